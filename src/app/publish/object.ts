// Object: registers an objection to the result, whoever takes it down. It changes no decision; the list becomes pending.
import { objectionTiming, type Objection, type ObjectionTiming, type ObjectionWay } from '../../core/awards/objection';
import { noticesOnRecord } from '../../core/awards/noticeRecord';
import { sameNumber } from '../../core/contest/blindNumber';
import type { Entry } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { objectionRecord } from '../../workbook/tables/objections/readObjections';
import { nextIds } from '../../workbook/contract/edits';
import { codeOf, labelOf, labelsOf } from '../../workbook/contract/labels';
import { laterTablePlan } from '../../workbook/contract/laterTable';
import { OBJECTIONS } from '../../workbook/tables/objections/objections';
import { keepRegistered } from '../../workbook/tables/objections/keepObjections';
import { decisionInForce } from '../contest/decisionRecord';
import { againstWhat } from './listState';
import { momentCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { ObjectInput } from './objectJob';

export interface ObjectResults {
  readonly objectionId: string;
  /** '' = the result as a whole. */
  readonly entryId: string;
  readonly timing: ObjectionTiming | null;
}

const WHOLE = /^(全部|整个结果|all)?$/i;
const given = (word: string | undefined): string => (word ?? '').trim();

function lacks(column: 'by' | 'text', zh: string, en: string, message: Text): Problem {
  return { code: `missing-${column}`, table: OBJECTIONS.name, column, expected: text(zh, en), found: '', message };
}

function wayOf(how: string | undefined): ObjectionWay | Problem {
  const word = given(how);
  const way = codeOf('way', word);
  if (way !== null) return way;
  const [zh, en] = [labelsOf('way', 'zh').join('、'), labelsOf('way', 'en').join(', ')];
  return {
    code: 'bad-way',
    table: OBJECTIONS.name,
    column: 'how',
    expected: text(zh, en),
    found: word,
    message: text(`请写明以什么方式提出（how）：${zh} 之一。`, `State how it came in (how): one of ${en}.`),
  };
}

function entryOf(word: string, entries: readonly Entry[]): Entry | null | Problem {
  if (WHOLE.test(word)) return null;
  const entry = entries.find(({ entryId, blindNo }) => entryId === word || sameNumber(blindNo, word));
  return (
    entry ?? {
      code: 'unknown-entry',
      table: 'Entries',
      column: 'entry',
      found: word,
      expected: text('盲评号，或留空', 'a blind number, or nothing'),
      message: text(
        `没有编号为“${word}”的作品：请核对盲评号；对整个结果的异议请留空。`,
        `No entry has number “${word}”: check it, or leave it empty for an objection to the whole result.`,
      ),
    }
  );
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

function twice(same: Objection): Problem {
  return {
    code: 'objection-twice',
    table: OBJECTIONS.name,
    row: same.objectionId,
    found: same.objectionId,
    expected: text('没有登记过的异议', 'an objection that is not registered yet'),
    message: text(
      `同一人对同一对象的同一异议已登记为 ${same.objectionId}，正在处理：没有再登记。`,
      `The same objection of the same person is registered as ${same.objectionId} and open: it was not registered again.`,
    ),
  };
}

const TIMING: Readonly<Record<Exclude<ObjectionTiming, 'within'>, Text>> = {
  late: text(
    '在公示期后提出，照样受理，已标“期后”',
    'it came after the notice; it is taken all the same and marked “Late”',
  ),
  early: text(
    '在公示前提出，照样受理，已标“公示前”',
    'it came before the notice; it is taken all the same and marked “Before the notice”',
  ),
  unposted: text(
    '还没有公示记录，照样受理，已标“未公示”',
    'no notice is on record; it is taken all the same and marked “No notice”',
  ),
};

/** What an objection cannot do without. */
function lacking({ by, text: statement }: ObjectInput): Problem[] {
  return [
    ...(given(by) === ''
      ? [
          lacks(
            'by',
            '异议人的真实姓名或单位',
            'the real name of a person or unit',
            text(
              '请写明异议人的真实姓名或单位（by）。匿名反映不登记为异议，可作线索另行核查。',
              'State who objects, by the real name (by). What is anonymous is no objection; it may be looked into as a hint.',
            ),
          ),
        ]
      : []),
    ...(given(statement) === ''
      ? [
          lacks(
            'text',
            '异议内容',
            'what is objected',
            text('请写明异议内容（text）。', 'State what is objected (text).'),
          ),
        ]
      : []),
  ];
}

/** Anonymous hints are no objections: they are refused with what can be done. */
export function decideObject(situation: Situation, input: ObjectInput): Decision<ObjectResults> {
  const { campaign, snapshot, now, language, words } = situation;
  const [objector, statement] = [given(input.by), given(input.text)];
  const at = momentCalled(input.at, campaign.settings.year, 'at');
  const receivedAt = at.thing ?? now;
  const [way, entry] = [wayOf(input.how), entryOf(given(input.entry), campaign.entries)];
  const problems = [
    ...lacking(input),
    ...(isProblem(way) ? [way] : []),
    ...(isProblem(entry) ? [entry] : []),
    ...at.problems,
    ...(receivedAt > now
      ? [
          {
            code: 'future-objection' as const,
            table: OBJECTIONS.name,
            column: 'at',
            expected: text('不晚于现在', 'not later than now'),
            found: given(input.at),
            message: text('收到时间还没有到：请核对。', 'It cannot have arrived in the future: check the moment.'),
          },
        ]
      : []),
  ];
  if (problems.length > 0 || isProblem(way) || isProblem(entry)) return stop(problems);
  const entryId = entry?.entryId ?? '';
  const same = campaign.objections.find(
    (each) =>
      each.status === 'open' && each.objector === objector && each.entryId === entryId && each.statement === statement,
  );
  if (same) return stop([twice(same)]);

  const [objectionId = 'OB01'] = nextIds(
    'OB',
    2,
    campaign.objections.map((each) => each.objectionId),
    1,
  );
  const timing = objectionTiming(receivedAt, noticesOnRecord(campaign.rulings, decisionInForce(situation)));
  const objection: Objection = {
    objectionId,
    receivedAt,
    way,
    objector,
    entryId,
    statement,
    status: 'open',
    handledBy: given(input.handledBy),
    closedAt: null,
  };
  const plan = laterTablePlan(
    snapshot,
    OBJECTIONS,
    [objectionRecord(objection, given(input.contact), timing, entry, language)],
    words(OBJECTIONS),
    language,
    ['Decisions', 'Standings'],
  );
  if (plan.problems.length > 0) return stop(plan.problems);
  const what = againstWhat(objection, campaign);
  const marked = timing === 'within' ? text('', '') : text(`，${TIMING[timing].zh}`, `; ${TIMING[timing].en}`);
  const message = text(
    `异议 ${objectionId} 已登记：针对${what.zh}，${formatMoment(receivedAt, 'zh', 'full')}收到${marked.zh}。办结前名单待定；核实后请用“处理异议”。`,
    `Objection ${objectionId} is registered: against ${what.en}, received ${formatMoment(receivedAt, 'en', 'full')}${marked.en}. Until it is closed the list is pending; then use “Answer an objection”.`,
  );
  return {
    steps: [...plan.steps, keepRegistered([...campaign.objections, objection])],
    changed: { Objections: { added: 1, updated: 0 } },
    results: { objectionId, entryId, timing },
    message,
    preview: {
      added: [
        {
          table: OBJECTIONS.name,
          row: objectionId,
          summary: `${what[language]}　${labelOf('way', way, language)}　${statement}`,
        },
      ],
      changed: [],
      unchanged: 0,
    },
  };
}
