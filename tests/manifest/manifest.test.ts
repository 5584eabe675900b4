// The rules of Office's manifest schema that can be checked without Microsoft's server.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../../src/app/run/version';
import { RIBBON_COMMANDS } from '../../src/commands/ribbonCommands';
import { ROOT } from '../architecture/imports';
import { attribute, elements, type Element, MANIFEST_PATH, manifestText, pngSize, type Found } from './readManifest';

const BASE = 'https://localhost:3000/';
const xml = manifestText();
const all = elements(xml);
const ending = (tail: string): readonly Found[] => all.filter(({ at }) => at.endsWith(tail));
const first = (tail: string): Found => {
  const [found] = ending(tail);
  if (!found) throw new Error(`no ${tail}`);
  return found;
};
const textOf = (tail: string): string => String(first(tail).element['#text']);
const values = ({ element }: Found): readonly string[] => {
  const overrides = [element['bt:Override'] ?? element['Override'] ?? []].flat() as unknown as readonly Element[];
  return [attribute(element, 'DefaultValue'), ...overrides.map((one) => attribute(one, 'Value'))];
};

test('the id is a GUID and the version has four numbers', () => {
  expect(textOf('/OfficeApp/Id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(textOf('/OfficeApp/Version')).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
});

test('the default locale is zh-CN and every word has an English one', () => {
  expect(textOf('/DefaultLocale')).toBe('zh-CN');
  const worded = [...ending('/DisplayName'), first('/OfficeApp/Description'), ...ending('/bt:String')];
  for (const found of worded) {
    expect(found.at + values(found).length).toBe(`${found.at}2`);
    const [chinese = '', english = ''] = values(found);
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  }
  for (const { element } of all.filter(({ at }) => at.endsWith('Override')))
    expect(attribute(element, 'Locale')).toBe('en-US');
});

test('names, short strings and long strings keep to their lengths', () => {
  const tooLong = (tail: string, most: number): readonly string[] =>
    ending(tail)
      .flatMap(values)
      .filter((value) => value.length > most);
  expect(tooLong('/DisplayName', 125)).toEqual([]);
  expect(tooLong('/OfficeApp/Description', 250)).toEqual([]);
  expect(tooLong('/bt:ShortStrings/bt:String', 125)).toEqual([]);
  expect(tooLong('/bt:LongStrings/bt:String', 250)).toEqual([]);
});

test('every resid is at most 32 characters, defined once, and used', () => {
  const defined = all
    .filter(({ at }) => /\/bt:(Image|Url|String)$/.test(at) && at.includes('/Resources/'))
    .map(({ element }) => attribute(element, 'id'));
  const used = all.map(({ element }) => attribute(element, 'resid')).filter((id) => id !== '');
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
});

test('a resource is used as what it is: labels short, descriptions long, icons images, addresses urls', () => {
  const kindOf = new Map(
    all
      .filter(({ at }) => at.includes('/Resources/'))
      .map(({ at, element }) => [attribute(element, 'id'), at.split('/').slice(-2).join('/')]),
  );
  for (const { at, element } of all.filter(({ element }) => attribute(element, 'resid') !== '')) {
    const wanted = at.endsWith('/Description')
      ? 'bt:LongStrings/bt:String'
      : at.endsWith('/bt:Image')
        ? 'bt:Images/bt:Image'
        : /\/(SourceLocation|FunctionFile)$/.test(at)
          ? 'bt:Urls/bt:Url'
          : 'bt:ShortStrings/bt:String';
    expect(`${at} ${kindOf.get(attribute(element, 'resid'))}`).toBe(`${at} ${wanted}`);
  }
});

test('every address is HTTPS and on the base that the build replaces', () => {
  const addresses = all
    .flatMap(({ element }) => [attribute(element, 'DefaultValue'), attribute(element, 'Value')])
    .filter((value) => /^[a-z]+:\/\//.test(value));
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => !address.startsWith(BASE))).toEqual([]);
});

test('every icon exists as a PNG of the size that it is declared with', () => {
  const sizes = new Map<string, number>([
    [values(first('/OfficeApp/IconUrl'))[0] ?? '', 32],
    [values(first('/HighResolutionIconUrl'))[0] ?? '', 64],
  ]);
  const addressOf = new Map(
    ending('/bt:Images/bt:Image').map(({ element }) => [attribute(element, 'id'), attribute(element, 'DefaultValue')]),
  );
  for (const { element } of ending('/Icon/bt:Image'))
    sizes.set(addressOf.get(attribute(element, 'resid')) ?? '', Number(attribute(element, 'size')));
  expect(sizes.size).toBe(addressOf.size + 1);
  for (const [address, size] of sizes) {
    const file = path.join(ROOT, address.slice(BASE.length));
    expect({ file, ...pngSize(readFileSync(file)) }).toEqual({ file, width: size, height: size });
  }
});

test('every group and button has icons of 16, 32 and 80 pixels', () => {
  for (const { element } of [...ending('/Group'), ...ending('/Control'), ...ending('/Item')]) {
    const icon = element['Icon'] as { readonly 'bt:Image': readonly Record<string, unknown>[] };
    expect(icon['bt:Image'].map((image) => attribute(image, 'size')).sort()).toEqual(['16', '32', '80']);
  }
});

test('ids of tab, groups and buttons are unique', () => {
  const ids = all
    .filter(({ at }) => /\/(CustomTab|Group|Control|Item)$/.test(at))
    .map(({ element }) => attribute(element, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(30);
});

test('every function of a button is one that commands/ associates, and none is left over', () => {
  expect(
    ending('/FunctionName')
      .map(({ element }) => String(element['#text']))
      .sort(),
  ).toEqual(Object.keys(RIBBON_COMMANDS).sort());
});

test('the ribbon asks for ExcelApi 1.9 and the pane for nothing, so that an older Excel can say what it lacks', () => {
  const sets = ending('/bt:Set').map(({ at, element }) => [
    at.includes('/VersionOverrides/'),
    attribute(element, 'Name'),
    attribute(element, 'MinVersion'),
  ]);
  expect(sets).toEqual([[true, 'ExcelApi', '1.9']]);
});

test('the parts of the version overrides stand in the order of the schema', () => {
  expect(Object.keys(first('/VersionOverrides').element).filter((name) => !name.startsWith('@'))).toEqual([
    'Description',
    'Requirements',
    'Hosts',
    'Resources',
  ]);
  expect(Object.keys(first('/bt:Set').element)).toHaveLength(2);
  expect(Object.keys(first('/VersionOverrides/Resources').element)).toEqual([
    'bt:Images',
    'bt:Urls',
    'bt:ShortStrings',
    'bt:LongStrings',
  ]);
  expect(Object.keys(first('/OfficeApp').element).filter((name) => !name.startsWith('@'))).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'Hosts',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
});

test('Microsoft’s own reader understands the manifest', () => {
  // Its modules are of a kind that jest cannot load: it runs in a Node of its own.
  const script = `require('office-addin-manifest').OfficeAddinManifest.readManifestFile(${JSON.stringify(MANIFEST_PATH)}).then((info) => console.log(JSON.stringify(info)))`;
  const info: unknown = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }));
  expect(info).toMatchObject({
    displayName: '宣传活动工作簿',
    defaultLocale: 'zh-CN',
    officeAppType: 'TaskPaneApp',
    hosts: ['Workbook'],
    permissions: 'ReadWriteDocument',
  });
});

test('the build, its package and its manifest have one version', () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(version).toBe(VERSION);
  expect(readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8')).toContain(`<Version>${VERSION}.0</Version>`);
});
