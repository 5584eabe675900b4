// What the server says beside printed pages, as both ends call it.

/** The header that has it: a Text as JSON, percent-encoded. */
export const SAID_BESIDE = 'x-said-beside';
