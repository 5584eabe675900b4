// The add-in's ribbon as its manifest describes it: tab, groups, buttons, menus, in both languages. It draws and runs nothing.
import { XMLParser } from 'fast-xml-parser';
import type { Text } from '../../core/ground/text';

export type RibbonAction =
  /** `page`: where the pane starts, e.g. “step=receive”; '' = its home. */
  | { readonly kind: 'showTaskpane'; readonly page: string }
  | { readonly kind: 'executeFunction'; readonly name: string };

/** A button or menu as the manifest has it. */
export interface RibbonButton {
  readonly id: string;
  readonly label: Text;
  readonly tip: Text;
  /** Path of the 32-pixel icon on the server. */
  readonly icon: string;
  /** Of a menu: null, its items act. */
  readonly action: RibbonAction | null;
  /** Of a menu; else empty. */
  readonly items: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly label: Text;
  readonly groups: readonly { readonly id: string; readonly label: Text; readonly buttons: readonly RibbonButton[] }[];
}

interface Node {
  readonly [key: string]: Node | readonly Node[] | string | undefined;
}

const all = (node: Node | undefined, name: string): readonly Node[] =>
  (node?.[name] as readonly Node[] | undefined) ?? [];
const first = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((found, name) => all(found, name)[0], node);
const attribute = (node: Node | undefined, name: string): string => String(node?.[`@${name}`] ?? '');

/** Reads the first custom tab of an add-in only manifest. Throws when there is none: the manifest is the project's own. */
export function ribbonFromManifest(xml: string): RibbonTab {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseAttributeValue: false,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  });
  const overrides = first(parser.parse(xml) as Node, 'OfficeApp', 'VersionOverrides');
  const tab = first(overrides, 'Hosts', 'Host', 'DesktopFormFactor', 'ExtensionPoint', 'CustomTab');
  if (!tab) throw new Error('The manifest has no custom tab.');
  const resources = first(overrides, 'Resources');
  const texts = new Map(
    [...all(first(resources, 'ShortStrings'), 'String'), ...all(first(resources, 'LongStrings'), 'String')].map(
      (node) => [attribute(node, 'id'), textOf(node)],
    ),
  );
  const images = new Map(
    all(first(resources, 'Images'), 'Image').map((node) => [
      attribute(node, 'id'),
      new URL(attribute(node, 'DefaultValue')).pathname,
    ]),
  );
  const pages = new Map(
    all(first(resources, 'Urls'), 'Url').map((node) => [
      attribute(node, 'id'),
      new URL(attribute(node, 'DefaultValue')).search.slice(1),
    ]),
  );
  const text = (node: Node | undefined): Text => texts.get(attribute(node, 'resid')) ?? { zh: '', en: '' };
  const button = (control: Node): RibbonButton => ({
    id: attribute(control, 'id'),
    label: text(first(control, 'Label')),
    tip: text(first(control, 'Supertip', 'Description')),
    icon:
      images.get(
        attribute(
          all(first(control, 'Icon'), 'Image').find((image) => attribute(image, 'size') === '32'),
          'resid',
        ),
      ) ?? '',
    action: attribute(control, 'type') === 'Menu' ? null : actionOf(control, pages),
    items: all(first(control, 'Items'), 'Item').map(button),
  });
  return {
    label: text(first(tab, 'Label')),
    groups: all(tab, 'Group').map((group) => ({
      id: attribute(group, 'id'),
      label: text(first(group, 'Label')),
      buttons: all(group, 'Control').map(button),
    })),
  };
}

function textOf(node: Node): Text {
  const zh = attribute(node, 'DefaultValue');
  const en = all(node, 'Override').find((override) => attribute(override, 'Locale') === 'en-US');
  return { zh, en: en ? attribute(en, 'Value') : zh };
}

function actionOf(control: Node, pages: ReadonlyMap<string, string>): RibbonAction {
  const action = first(control, 'Action');
  if (attribute(action, 'type') !== 'ExecuteFunction') {
    return { kind: 'showTaskpane', page: pages.get(attribute(first(action, 'SourceLocation'), 'resid')) ?? '' };
  }
  const name = (action?.FunctionName as unknown as readonly (string | { '#text': string })[])[0];
  return { kind: 'executeFunction', name: typeof name === 'string' ? name : (name?.['#text'] ?? '') };
}
