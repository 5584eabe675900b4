// docs/spellings.md out of the table of spellings.
import { MOMENT_SPELLINGS } from '../../src/core/time/spellings';

export function spellingsPage(): string {
  const rows = MOMENT_SPELLINGS.map(
    ({ written, read, note }) =>
      `| \`${written}\` | ${read === null ? '—' : read.replace('T', ' ')} | ${note.zh} | ${note.en} |`,
  );
  return [
    '# 时间的写法 · How a moment may be written',
    '',
    '导入和表单都按此表；活动年份以 2021 为例，“—”表示不认、会指出来。年份离活动年份三个月以上的，导入时会问。',
    'Imports and forms go by this table, here for a campaign of 2021; “—” is refused and named. A year more than three months away from the campaign’s is asked about.',
    '',
    '| 写法 written | 读作 read as | 说明 | note |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
