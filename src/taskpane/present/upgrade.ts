// What is shown of an upgrade's own results: the questions about headers that look renamed, one at a time. Reads results defensively.
import type { JobReport } from '../../app/run/job';
import { text, type Text } from '../../core/ground/text';
import type { FollowUp, Presentation } from '../steps';

interface Question {
  readonly table: string;
  readonly sheet: string;
  readonly header: string;
  readonly column: Text;
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is Text =>
  isRow(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

function isQuestion(value: unknown): value is Question {
  return (
    isRow(value) &&
    ['table', 'sheet', 'header'].every((name) => typeof value[name] === 'string') &&
    isText(value['column'])
  );
}

/** The first open question with what may be answered; answers given before go along. */
export function presentUpgrade(report: JobReport): Presentation {
  const { questions, answers } = isRow(report.results) ? report.results : {};
  const open = Array.isArray(questions) ? questions.filter(isQuestion) : [];
  const [first] = open;
  if (!first) return {};
  const before = typeof answers === 'string' && answers !== '' ? `${answers}；` : '';
  const { table, sheet, header, column } = first;
  const answer = (label: Text, detail: Text, word: string): FollowUp => ({
    label,
    detail,
    values: { column: before + word },
  });
  return {
    decision: {
      choices: [
        answer(
          text(`是，“${header}”就是“${column.zh}”`, `Yes, “${header}” is “${column.en}”`),
          text(
            `“${sheet}”的表头改回“${column.zh}”，内容不动`,
            `The header on “${sheet}” becomes “${column.en}” again; the content stays`,
          ),
          `${table}.${header}=${column.zh}`,
        ),
        answer(
          text(`不是，另加一列“${column.zh}”`, `No, add a column “${column.en}”`),
          text(`“${header}”原样保留`, `“${header}” stays as it is`),
          `${table}.${header}=无`,
        ),
        ...(open.length > 1
          ? [
              answer(
                text(`${open.length} 处都是改名，全部改回`, `All ${open.length} are renamed: give them back`),
                text(
                  open.map((each) => `${each.header} → ${each.column.zh}`).join('，'),
                  open.map((each) => `${each.header} → ${each.column.en}`).join(', '),
                ),
                '全部',
              ),
            ]
          : []),
      ],
    },
  };
}
