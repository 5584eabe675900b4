// The jobs of the story contest, as they are offered.
import { text } from '../core/text';
import { awards } from './awards';
import type { CatalogueEntry } from './catalogueEntry';
import { BadOption, fileOf, oneOf, yesOf } from './catalogueEntry';
import { importScores } from './importScores';
import { importStories } from './importStories';
import { makeJudgeTabs } from './makeJudgeTabs';
import { rank } from './rank';

const MOST_JUDGES = 50;

/** "7", or names joined by 、 or commas. */
function judgesOf(word: string | undefined): number | readonly string[] | undefined {
  if (word === undefined || word.trim() === '') return undefined;
  if (!/^\s*-?[\d.]+\s*$/.test(word)) return word.split(/[、,，]/).map((name) => name.trim()).filter(Boolean);
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1 || count > MOST_JUDGES) throw new BadOption('judges', `a whole number from 1 to ${MOST_JUDGES}, or names`, word);
  return count;
}

export const CONTEST: readonly CatalogueEntry[] = [
  {
    name: 'import-stories', takesFile: true,
    title: text('导入故事登记', 'Import the stories'),
    summary: text('认出单位、类别和编号，登记参评故事', 'Recognises unit, category and number, and registers the stories'),
    settings: {},
    run: (deps, { file, strict }, mode) => importStories(deps, { file: fileOf(file), strict }, mode),
  },
  {
    name: 'make-judge-tabs', takesFile: false,
    title: text('生成评分表', 'Make the score sheets'),
    summary: text('每位评委一张，本单位的故事自动回避；已填的分数不动', 'One per judge; stories of a judge’s own unit are recused; typed scores stay'),
    settings: { judges: text('评委人数，或用“、”隔开的姓名', 'number of judges, or names separated by 、') },
    run: (deps, { strict, settings }, mode) => makeJudgeTabs(deps, { judges: judgesOf(settings['judges']), strict }, mode),
  },
  {
    name: 'import-scores', takesFile: true,
    title: text('导入评分', 'Import scores'),
    summary: text('每位评委一个工作表；缺项、超范围的整行不采用并说明', 'One sheet per judge; rows with a missing or impossible score are left out and named'),
    settings: { overwrite: text('已有不同分数时用文件里的（是/否，默认否）', 'take the file’s score where another stands already (yes/no, default no)') },
    run: (deps, { file, strict, settings }, mode) => importScores(deps, { file: fileOf(file), strict, overwrite: yesOf('overwrite', settings['overwrite']) }, mode),
  },
  {
    name: 'rank', takesFile: false,
    title: text('计算排名', 'Compute the ranking'),
    summary: text('按设置的规则计分、排名，并列如实标出，每个名次说明理由', 'Scores and ranks by the rules in Settings; ties are shown, every place is explained'),
    settings: {},
    run: (deps, { strict }, mode) => rank(deps, { strict }, mode),
  },
  {
    name: 'awards', takesFile: false,
    title: text('生成获奖名单', 'Make the award list'),
    summary: text('同分跨过名额线时停下，列出可选办法', 'Stops when a tie crosses the last place and says what can be chosen'),
    settings: {
      tie: text('跨线同分如何处理：more（增加名额）、fewer（减少名额）、lots（抽签）', 'a tie across the line: more awards, fewer awards, or lots'),
      reason: text('理由，记入日志并印在名单上', 'the reason: logged, and printed on the list'),
      seed: text('抽签种子，公开记录', 'seed of the draw, on record'),
    },
    run: (deps, { strict, settings }, mode) =>
      awards(deps, { tie: oneOf('tie', ['more', 'fewer', 'lots'], settings['tie']), reason: settings['reason'], seed: settings['seed'], strict }, mode),
  },
];
