// Columns that a release has brought to offices: none may go or change its key, and a new one needs a new schema version.
import { FIXED_TABLES, LATER_TABLES, OPENING_TABLES } from '../../src/workbook/tables/registry';
import { SCHEMA_VERSION } from '../../src/workbook/tables/settings/schemaVersion';

/** Write both anew when a version is released. */
const RELEASED_VERSION = 7;
const RELEASED: Readonly<Record<string, string>> = {
  Units:
    'unitId name shortName category contact phone email forceHead forceContact forcePhone aliases active owed overdue note aliasKey nameKey shortKey nameCount shortCount takesPart issue',
  Requirements:
    'requirementId title activity kind opens due who quota parts keywords must done overdue part1 part2 part3 part4 part5 part6 partCount idKey dueAt quotaAt allParts issue',
  Exceptions:
    'unit unitId requirementId quota extendedTo exempt approvedBy reason formerDues extendedAt quotaAt exemptCode unitKey anchorId anchorName itemRow pair issue',
  Receipts:
    'receiptId receivedAt unit requirementId requirement title parts review reviewer reviewedAt replaces note unitId unitKey anchorId anchorName at itemRow pair partsKey up1 up2 up4 item reviewCode live state sortKey sorted order seq start last itemAt itemState partsAt first hasAccepted nth newParts issue',
  Tracker:
    'unitId unit requirementId requirement mark status due completedAt minutesLate lateness quota accepted arrived missingParts reminders note requirementRow dropped exempt rowKey sign arrivedAny unitRow pair exceptionRow from upTo cut doneAll issue',
  Entries: 'entryId blindNo unit title category storyteller eligible note unitId unitKey anchorId anchorName issue',
  Judges: 'judgeId name unit active seat note unitId unitKey anchorId anchorName issue',
  Criteria: 'criterionId name weight minimum maximum step note issue',
  Standings: 'entryId rank tied blindNo title unit shown decision count high low score tieKey eligible why issue',
  Reminders: 'at unitId requirementId by text issue',
  Log: 'at job table row column before after summary by act',
  Settings: 'name value note key pieces issue',
  Activities: 'activity from to leads participants phase note issue',
  Phases: 'phase from to note issue',
  AwardTiers: 'order tier seats prize cost note issue',
  Decisions:
    'actId act rank blindNo title unit shown votes outcome tier at by reason tie seed content fingerprint entryId',
  Objections:
    'objectionId receivedAt timing way objector contact blindNo title statement status handledBy outcome closedAt entryId issue',
  Programme: 'item start minutes who winners note issue',
};

const now = new Map<string, readonly string[]>(
  [...FIXED_TABLES, ...OPENING_TABLES, ...LATER_TABLES].map(({ name, columns }) => [
    name,
    columns.map(({ key }) => key),
  ]),
);

test('every column of the last release is still there under its key', () => {
  const gone = Object.entries(RELEASED).flatMap(([table, keys]) =>
    keys.split(' ').flatMap((key) => (now.get(table)?.includes(key) ? [] : [`${table}.${key}`])),
  );
  expect(gone).toEqual([]);
});

test('columns that the last release does not have go with a raised SCHEMA_VERSION (tables/settings/schemaVersion.ts)', () => {
  const added = [...now].flatMap(([table, keys]) =>
    keys.filter((key) => !RELEASED[table]?.split(' ').includes(key)).map((key) => `${table}.${key}`),
  );
  expect({ version: SCHEMA_VERSION, added: SCHEMA_VERSION > RELEASED_VERSION ? [] : added }).toEqual({
    version: SCHEMA_VERSION,
    added: [],
  });
  expect(SCHEMA_VERSION).toBeGreaterThanOrEqual(RELEASED_VERSION);
});
