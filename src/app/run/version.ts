// Which build this is, as the pane shows it. The same stands in package.json and in the manifest; a test holds them equal.
/** As package.json says it; the pane shows it. */
export const VERSION = '1.3.0';
