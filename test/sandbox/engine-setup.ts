import { setUpEngine } from "./set-up-engine";

/** Jest's global set-up of the tests on the real engine. */
module.exports = () => setUpEngine(process.env);
