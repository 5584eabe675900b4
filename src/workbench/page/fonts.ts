// The fonts that Chinese workbooks name, drawn with what this machine has: a canvas asks for one family and knows no fallback.

/** Family as workbooks name it, and what may stand in for it, best first. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  等线: ['DengXian', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  微软雅黑: ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  黑体: ['SimHei', 'STHeiti', 'Heiti SC', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  宋体: ['SimSun', 'STSong', 'Songti SC', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  仿宋: ['FangSong', 'STFangsong', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  楷体: ['KaiTi', 'STKaiti', 'Kaiti SC', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', 'SimSun', 'STSong', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  DengXian: ['DengXian', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC'],
  Calibri: ['Calibri', 'Carlito', 'Noto Sans CJK SC'],
};

/** Makes the families known to the page; resolves when they can be drawn. A family that nothing stands in for is left to the browser. */
export async function prepareFonts(): Promise<void> {
  const faces = Object.entries(STAND_INS).flatMap(([family, names]) => [
    new FontFace(family, names.map((name) => `local("${name}")`).join(', '), { weight: '400' }),
    new FontFace(family, names.flatMap((name) => [`local("${name} Bold")`, `local("${name}")`]).join(', '), {
      weight: '700',
    }),
  ]);
  for (const face of faces) document.fonts.add(face);
  await Promise.allSettled(faces.map((face) => face.load()));
}
