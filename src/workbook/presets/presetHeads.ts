// What the presets are called, without what is in them: whoever only offers them need not load them.
import { text } from '../../core/ground/text';
import type { Preset } from './preset';

/** In the order in which they are offered. */
export const PRESET_HEADS = {
  campaign2021: { id: '2021-6-26', title: text('禁毒宣传（2021·6·26）', 'Anti-drug campaign (26 June 2021)') },
  fireSafety: { id: 'fire-safety', title: text('消防宣传月（三档奖项）', 'Fire-safety month (three tiers)') },
  photoContest: { id: 'photo-contest', title: text('摄影比赛', 'Photo contest') },
  blank: { id: 'blank', title: text('空白', 'Blank') },
} as const satisfies Readonly<Record<string, Pick<Preset, 'id' | 'title'>>>;
