// Where tables begin on their sheets, for those that make them and those that say where a row stands.

/** 0-based: title, guide and headline stand above it. */
export const HEADER_ROW = 3;
