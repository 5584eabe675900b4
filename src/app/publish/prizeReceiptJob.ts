// Job 'prize-receipt', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import type { InputOf } from '../run/options';
import { GATE_OPTIONS } from './gateOption';
import { LIST, PRIZES } from '../run/tablesRead';

export type PrizeReceiptInput = InputOf<typeof GATE_OPTIONS>;

export const PRIZE_RECEIPT = defineJob({
  name: 'prize-receipt',
  words: {
    title: text('生成奖金签收表', 'Make the prize receipt'),
    summary: text(
      '按评定记录，每个获奖作品一行：单位、金额、签名和日期留空；只算合计，A4',
      'From the decision on record, a row a winner: unit, amount, room for signature and date; nothing but the total is computed; A4',
    ),
  },
  options: GATE_OPTIONS,
  place: { group: 'publish', icon: 'receipt' },
  reads: { stopsAt: PRIZES, tables: [...LIST] },
  makes: 'PrizeReceipt',
  writes: 'made sheet',
  final: true,
  nothing: { rows: [], total: 0 },
  decide: async () => (await import('./prizeReceipt')).decidePrizeReceipt,
});
