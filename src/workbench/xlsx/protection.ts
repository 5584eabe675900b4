// Sheet protection as XML, both ways, in the terms of Office.js options. A password is only ever kept as its hash.
import type { Sheet } from '../model/book';
import { attribute, element, flag, type XmlNode } from './xml';

/** What stays allowed → the attribute that forbids it. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertRows: 'insertRows',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowSort: 'sort',
  allowAutoFilter: 'autoFilter',
  allowPivotTables: 'pivotTables',
};
/** These two forbid only when they are there. */
const FORBIDDEN_WHEN_THERE: Readonly<Record<string, string>> = {
  allowEditObjects: 'objects',
  allowEditScenarios: 'scenarios',
};
const HASH = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'] as const;

/** <sheetProtection>; empty for a sheet without. */
export function protectionXml(protection: Sheet['protection']): string {
  if (!protection) return '';
  const { options, password } = protection;
  const forbidden: Record<string, string | number | undefined> = {};
  for (const [option, name] of Object.entries(FORBIDDEN)) if (options[option] === true) forbidden[name] = 0;
  for (const [option, name] of Object.entries(FORBIDDEN_WHEN_THERE)) if (options[option] !== true) forbidden[name] = 1;
  if (options.selectionMode === 'Unlocked' || options.selectionMode === 'None') forbidden.selectLockedCells = 1;
  if (options.selectionMode === 'None') forbidden.selectUnlockedCells = 1;
  const hash = password
    ? { password: passwordHash(password) }
    : (options.passwordHash as Record<string, string> | undefined);
  return element('sheetProtection', { ...hash, sheet: 1, ...forbidden });
}

/** A sheet’s protection with its options; undefined when it has none. */
export function readProtection(node: XmlNode | undefined): Sheet['protection'] {
  if (!node || !flag(node, 'sheet')) return undefined;
  const options: Record<string, unknown> = {};
  for (const [option, name] of Object.entries(FORBIDDEN)) if (!flag(node, name, true)) options[option] = true;
  for (const [option, name] of Object.entries(FORBIDDEN_WHEN_THERE)) if (!flag(node, name)) options[option] = true;
  if (flag(node, 'selectUnlockedCells')) options.selectionMode = 'None';
  else if (flag(node, 'selectLockedCells')) options.selectionMode = 'Unlocked';
  const hash = Object.fromEntries(
    HASH.flatMap((name) => {
      const value = attribute(node, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { options: Object.keys(hash).length > 0 ? { ...options, passwordHash: hash } : options };
}

/** The 16-bit hash that every version of Excel checks. Not a secret: sheet protection keeps hands off, it hides nothing. */
function passwordHash(password: string): string {
  let hash = 0;
  for (const character of [...password].reverse()) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= character.charCodeAt(0);
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return (hash ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, '0');
}
