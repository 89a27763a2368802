// Loaded before a command that is measured: tells the most memory that it used.
process.on("exit", () => process.stderr.write(`\nMEGABYTES ${process.resourceUsage().maxRSS / 1024}\n`));
