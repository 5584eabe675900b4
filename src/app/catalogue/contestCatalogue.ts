// The jobs of the story contest, as they are offered.
import { text } from '../../core/ground/text';
import type { CatalogueEntry } from '../run/catalogueEntry';
import { asEntry, answersOf, fileOf, HIDDEN, MEND, oneOf, SAME, SKIP, yesOf } from '../run/catalogueEntry';
import { BadOption } from '../run/badOption';
import { rowsOf } from '../imports/rowWords';
import { AWARDS } from '../publish/awardsJob';

const MOST_JUDGES = 50;
const SHEET = text('同时生成工作表（是/否，默认否）', 'make the sheet too (yes/no, default no)');
const TIE = text(
  '跨线同分如何处理：more（增加名额）、fewer（减少名额）、revote（复评，先用“登记复评”）、lots（抽签）',
  'a tie across the line: more awards, fewer awards, a re-vote (put on record first), or lots',
);
const BY = text('由谁决定（人员或会议），记入评选决定', 'who decided (person or meeting), kept on record');

/** "7", or names joined by 、 or commas. */
function judgesOf(word: string | undefined): number | readonly string[] | undefined {
  if (word === undefined || word.trim() === '') return undefined;
  if (!/^\s*-?[\d.]+\s*$/.test(word))
    return word
      .split(/[、,，]/)
      .map((name) => name.trim())
      .filter(Boolean);
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1 || count > MOST_JUDGES)
    throw new BadOption('judges', `a whole number from 1 to ${MOST_JUDGES}, or names`, word);
  return count;
}

export const CONTEST: readonly CatalogueEntry[] = [
  {
    name: 'import-stories',
    takesFile: true,
    title: text('导入参评作品', 'Import the entries'),
    summary: text(
      '认出单位、类别和编号，登记参评作品',
      'Recognises unit, category and number, and registers the entries',
    ),
    settings: { same: SAME, hidden: HIDDEN, skip: SKIP, mend: MEND },
    run: async (deps, { file, strict, settings }, mode) =>
      (await import('../contest/importStories')).importStories(
        deps,
        { file: fileOf(file), strict, same: answersOf(settings['same']), ...rowsOf(settings) },
        mode,
      ),
  },
  {
    name: 'make-judge-tabs',
    takesFile: false,
    title: text('生成评分表', 'Make the score sheets'),
    summary: text(
      '每位评委一张，本单位的作品自动回避；已填的分数不动',
      'One per judge; entries of a judge’s own unit are recused; typed scores stay',
    ),
    settings: { judges: text('评委人数，或用“、”隔开的姓名', 'number of judges, or names separated by 、') },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/makeJudgeTabs')).makeJudgeTabs(
        deps,
        { judges: judgesOf(settings['judges']), strict },
        mode,
      ),
  },
  {
    name: 'import-scores',
    takesFile: true,
    title: text('导入评分', 'Import scores'),
    summary: text(
      '每位评委一个工作表；缺项、超范围的整行不采用并说明',
      'One sheet per judge; rows with a missing or impossible score are left out and named',
    ),
    settings: {
      overwrite: text(
        '已有不同分数时用文件里的（是/否，默认否）',
        'take the file’s score where another stands already (yes/no, default no)',
      ),
      hidden: HIDDEN,
      skip: SKIP,
      mend: MEND,
    },
    run: async (deps, { file, strict, settings }, mode) =>
      (await import('../contest/importScores')).importScores(
        deps,
        { file: fileOf(file), strict, overwrite: yesOf('overwrite', settings['overwrite']), ...rowsOf(settings) },
        mode,
      ),
  },
  {
    name: 'compare-scores',
    takesFile: true,
    title: text('比对两次录入', 'Compare two typings'),
    summary: text(
      '另一人按纸质评分表再录一份，逐格与评分表比对；只指出不同，不写入',
      'A second person’s typing of the paper sheets, compared cell by cell; names what differs and writes nothing',
    ),
    settings: {},
    run: async (deps, { file, strict }, mode) =>
      (await import('../contest/compareTypings')).compareTypings(deps, { file: fileOf(file), strict }, mode),
  },
  {
    name: 'fix-rules',
    takesFile: false,
    title: text('确定评审规则', 'Fix the rules'),
    summary: text(
      '把规则连同时间和指纹登记在评选决定里；评分开始后改动须写理由',
      'Puts the rules on record with time and fingerprint; once scoring has begun a change needs a reason',
    ),
    settings: { by: BY, reason: text('改动的理由', 'the reason of a change') },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/fixRules')).fixRules(
        deps,
        { by: settings['by'], reason: settings['reason'], strict },
        mode,
      ),
  },
  {
    name: 'import-judge',
    takesFile: true,
    title: text('读回评分表', 'Read back a score sheet'),
    summary: text(
      '读回导出给评委的文件，核对评委、标准、编号和题目',
      'Reads a handed-out file back and checks judge, criteria, numbers and titles',
    ),
    settings: {
      judge: text('应是哪位评委的（编号或姓名），可不填', 'whose it should be (id or name), optional'),
      overwrite: text(
        '已有不同分数时用文件里的（是/否，默认否）',
        'take the file’s score where another stands already (yes/no, default no)',
      ),
      hidden: HIDDEN,
      skip: SKIP,
      mend: MEND,
    },
    run: async (deps, { file, strict, settings }, mode) =>
      (await import('../contest/importJudge')).importJudge(
        deps,
        {
          file: fileOf(file),
          judge: settings['judge'],
          strict,
          overwrite: yesOf('overwrite', settings['overwrite']),
          ...rowsOf(settings),
        },
        mode,
      ),
  },
  {
    name: 'progress',
    takesFile: false,
    title: text('查看评分进度', 'Show the progress'),
    summary: text(
      '谁还差哪几篇，未评、回避、已评分开；不改动评分',
      'Who still has to score what; not scored, recused and scored kept apart; changes no score',
    ),
    settings: { sheet: SHEET },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/progress')).progress(deps, { sheet: yesOf('sheet', settings['sheet']), strict }, mode),
  },
  {
    name: 'rank',
    takesFile: false,
    title: text('计算排名', 'Compute the ranking'),
    summary: text(
      '按设置的规则计分、排名，并列如实标出，每个名次说明理由',
      'Scores and ranks by the rules in Settings; ties are shown, every place is explained',
    ),
    settings: {
      aggregate: text(
        '试算另一种计分：mean、trimmed、median；不写入',
        'try another aggregate: mean, trimmed, median; writes nothing',
      ),
      method: text(
        '试算另一种名次办法：competition、modified、dense、fractional、ordinal；不写入',
        'try another ranking method: competition, modified, dense, fractional, ordinal; writes nothing',
      ),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/rank')).rank(
        deps,
        {
          strict,
          aggregate: oneOf('aggregate', ['mean', 'trimmed', 'median'], settings['aggregate']),
          method: oneOf('method', ['competition', 'modified', 'dense', 'fractional', 'ordinal'], settings['method']),
        },
        mode,
      ),
  },
  {
    name: 'explain',
    takesFile: false,
    title: text('说明名次', 'Explain the places'),
    summary: text(
      '每个名次一句话的理由，逐位评委的分数和去留',
      'A sentence for each place, and every judge’s scores behind it',
    ),
    settings: {
      entry: text('盲评号，多个用“、”隔开；不填为全部', 'blind numbers separated by 、; empty: all'),
      sheet: SHEET,
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/explainPlaces')).explainPlaces(
        deps,
        { entry: settings['entry'], sheet: yesOf('sheet', settings['sheet']), strict },
        mode,
      ),
  },
  {
    name: 'robustness',
    takesFile: false,
    title: text('检验稳健性', 'Test how sure it is'),
    summary: text(
      '换算法、去掉任一评委后获奖者是否改变，评委宽严和分歧',
      'Whether the winners change counted otherwise or without any one judge; severity and disagreement',
    ),
    settings: { sheet: SHEET },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/robustness')).checkRobustness(
        deps,
        { sheet: yesOf('sheet', settings['sheet']), strict },
        mode,
      ),
  },
  {
    name: 'revote',
    takesFile: false,
    title: text('登记复评', 'Re-vote'),
    summary: text(
      '获奖线上并列时，评委只对这几篇重新投票；登记得票，只在它们之间定先后',
      'When a tie stands across the line the judges vote again on these alone; the votes order them and nobody else',
    ),
    settings: {
      votes: text('每篇的得票，如 10=4、11=2、12=1', 'the votes of each, such as 10=4、11=2、12=1'),
      by: text('计票人', 'who counted'),
      at: text('投票时间；不填为现在', 'when it was held; else now'),
      reason: text('为什么复评', 'why it was held'),
      again: text(
        '更正上次复评（是/否，默认否），须写理由',
        'correct the last re-vote (yes/no, default no), with a reason',
      ),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/revote')).revote(
        deps,
        {
          votes: settings['votes'],
          by: settings['by'],
          at: settings['at'],
          reason: settings['reason'],
          again: yesOf('again', settings['again']),
          strict,
        },
        mode,
      ),
  },
  {
    name: 'decide',
    takesFile: false,
    title: text('评定', 'Decide'),
    summary: text(
      '把获奖、候补连同决定人、时间、理由记录在案，此后不随分数变动',
      'Puts winners and reserves on record with who, when and why; later scores change nothing by themselves',
    ),
    settings: {
      by: BY,
      reason: text('理由；并列或重新评定时必填', 'the reason; needed for a tie or to decide again'),
      tie: TIE,
      ties: text('各奖项线上的并列：奖项=处理；…', 'ties at several tiers: tier=choice;…'),
      seed: text('抽签种子，公开记录', 'seed of the draw, on record'),
      again: text('重新评定（是/否，默认否）', 'decide again (yes/no, default no)'),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/decide')).decide(
        deps,
        {
          by: settings['by'],
          reason: settings['reason'],
          tie: oneOf('tie', ['more', 'fewer', 'revote', 'lots'], settings['tie']),
          ties: settings['ties'],
          seed: settings['seed'],
          again: yesOf('again', settings['again']),
          strict,
        },
        mode,
      ),
  },
  {
    name: 'withdraw',
    takesFile: false,
    title: text('退出递补', 'Withdraw'),
    summary: text(
      '获奖者退出，下一位候补递补，都记录在案',
      'A winner withdraws and the next in reserve moves up, both on record',
    ),
    settings: {
      entry: text('退出的盲评号', 'blind number of the one who withdraws'),
      by: BY,
      reason: text('退出的理由', 'the reason'),
      next: text('候补并列时由哪一号递补', 'who moves up when reserves are tied'),
      seed: text('或抽签种子', 'or a seed for lots'),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../contest/withdraw')).withdraw(
        deps,
        {
          entry: settings['entry'],
          by: settings['by'],
          reason: settings['reason'],
          next: settings['next'],
          seed: settings['seed'],
          strict,
        },
        mode,
      ),
  },
  asEntry(AWARDS),
  {
    name: 'notice',
    takesFile: false,
    title: text('生成公示', 'Make the public notice'),
    summary: text(
      '按评定记录和工作日生成，查出手机号、证件号和须化名的姓名就停下',
      'From the decision on record and working days; stops at phones, id numbers and names to be hidden',
    ),
    settings: {
      posting: text('张贴日期，如 2021-06-18；默认当天', 'day of posting such as 2021-06-18; default today'),
      contact: text('异议联系方式；默认按设置', 'where to object; default: the setting'),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../publish/notice')).notice(
        deps,
        { posting: settings['posting'], contact: settings['contact'], strict },
        mode,
      ),
  },
  {
    name: 'certificates',
    takesFile: false,
    title: text('生成证书', 'Make the certificates'),
    summary: text(
      '按评定记录，每个获奖作品一页，A4 横向',
      'From the decision on record, a page a winner, A4 landscape',
    ),
    settings: {
      date: text('落款日期，如 2021-06-26；默认颁奖会当天', 'day on them such as 2021-06-26; default: the ceremony'),
      reason: text(
        '公示未满或异议未了仍要生成的理由',
        'why they are made before the notice is over or with an objection open',
      ),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../publish/certificates')).certificates(
        deps,
        { date: settings['date'], reason: settings['reason'], strict },
        mode,
      ),
  },
];
