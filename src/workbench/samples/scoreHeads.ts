// The columns of a judge's scores in the campaign of 2021, as files have them.

/** A criterion and the most points that it has, in the order of the sheet. */
export const SCORE_HEADS = [
  '真实性（25分）',
  '感染力（25分）',
  '教育意义（25分）',
  '时代特色（15分）',
  '表达质量（10分）',
] as const;
