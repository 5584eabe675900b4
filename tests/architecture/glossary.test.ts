// The glossary of the README names every table and every made sheet, so that a new one is demanded by its name.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import { WATCHED } from '../../src/workbook/sheets/madeFromSources';
import { MADE_SHEETS } from '../../src/workbook/sheets/madeSheets';
import { FIXED_TABLES, LATER_TABLES, OPENING_TABLES } from '../../src/workbook/tables/registry';
import { ROOT } from './imports';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const glossary = readme.slice(
  readme.indexOf('## Glossary'),
  readme.indexOf('\n## ', readme.indexOf('## Glossary') + 4),
);

test('every table stands in the glossary of the README under both its names', () => {
  const missing = [...FIXED_TABLES, ...OPENING_TABLES, ...LATER_TABLES]
    .filter(({ name, sheet }) => !glossary.includes(`\`${name}\``) || !glossary.includes(sheet.zh))
    .map(({ name, sheet }) => `${name} ${sheet.zh}`);
  expect(missing).toEqual([]);
});

test('every made sheet stands in the glossary of the README by its name', () => {
  const missing = Object.values(MADE_SHEETS).filter(({ sheet }) => !glossary.includes(sheet.zh));
  expect(missing.map(({ sheet }) => sheet.zh)).toEqual([]);
});

test('a sheet that a job names itself has a name that no table and no other sheet has', () => {
  const names = [
    ...[...FIXED_TABLES, ...OPENING_TABLES, ...LATER_TABLES].map(({ name, sheet }) => ({ key: name, sheet })),
    ...Object.entries(MADE_SHEETS).map(([key, { sheet }]) => ({ key, sheet })),
    ...CATALOGUE.flatMap(({ makes }) => (makes && typeof makes !== 'string' ? [makes] : [])),
  ];
  for (const said of [
    names.map(({ key }) => key),
    ...(['zh', 'en'] as const).map((language) => names.map(({ sheet }) => sheet[language])),
  ])
    expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([]);
});

test('a page that says itself what it shows has a place of its own on 生成依据 (A-13)', () => {
  const places = CATALOGUE.flatMap(({ makes }) =>
    makes && typeof makes !== 'string' && makes.madeOf ? [makes.madeOf.place] : [],
  );
  const taken = [...WATCHED.keys(), ...places];
  expect(taken.filter((place, index) => taken.indexOf(place) !== index)).toEqual([]);
});

test('every made sheet is made by one job, which says so', () => {
  const made = CATALOGUE.flatMap(({ makes }) => (typeof makes === 'string' ? makes : []));
  // 生成依据 is no page: it comes with those that watch their source.
  expect([...made, 'MadeFrom'].sort()).toEqual(Object.keys(MADE_SHEETS).sort());
});
