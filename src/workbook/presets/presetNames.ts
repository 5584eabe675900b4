// The presets by name only, for whoever offers them without loading their data.
import { text, type Text } from '../../core/ground/text';

/** In the order in which they are offered; the first is made when nobody names one. Ids are an interface and never change. */
export const PRESET_NAMES: readonly { readonly id: string; readonly title: Text }[] = [
  { id: '2021-6-26', title: text('禁毒宣传（2021·6·26）', 'Anti-drug campaign (26 June 2021)') },
  { id: 'fire-safety', title: text('消防宣传月（三档奖项）', 'Fire-safety month (three tiers)') },
  { id: 'photo-contest', title: text('摄影比赛', 'Photo contest') },
  { id: 'blank', title: text('空白', 'Blank') },
];
