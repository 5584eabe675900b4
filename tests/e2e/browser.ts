// The browser of the end-to-end tests.
export { browserPath, startBrowser } from '../../src/workbench/bench/browser';
