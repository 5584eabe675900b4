// Small drawings for the help: the pane and the sheets in outline, in the colours of the theme. Draws only.
import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  picture: {
    width: '100%',
    maxWidth: '360px',
    height: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

const ink = tokens.colorNeutralForeground3;
const line = tokens.colorNeutralStroke1;
const paper = tokens.colorNeutralBackground1;
const brand = tokens.colorBrandBackground;
const red = tokens.colorPaletteRedBackground3;
const amber = tokens.colorPaletteMarigoldBackground3;
const green = tokens.colorPaletteGreenBackground3;

/** A grid of cells at the left, the pane at the right. */
function Sheet({
  rows = 6,
  marked = [],
  color = brand,
}: {
  rows?: number;
  marked?: readonly number[];
  color?: string;
}) {
  return (
    <>
      <rect x="8" y="10" width="180" height="120" fill={paper} stroke={line} />
      <rect x="8" y="10" width="180" height="16" fill={line} />
      {Array.from({ length: rows }, (_none, row) => (
        <g key={row}>
          {marked.includes(row) && <rect x="8" y={26 + row * 17} width="180" height="17" fill={color} opacity="0.3" />}
          <line x1="8" x2="188" y1={26 + row * 17} y2={26 + row * 17} stroke={line} />
          <rect x="14" y={31 + row * 17} width={row % 2 === 0 ? 42 : 34} height="6" rx="3" fill={ink} />
          <rect x="78" y={31 + row * 17} width={row % 3 === 0 ? 30 : 40} height="6" rx="3" fill={ink} opacity="0.6" />
          <rect
            x="142"
            y={30 + row * 17}
            width="30"
            height="8"
            rx="4"
            fill={row % 3 === 0 ? green : row % 3 === 1 ? amber : red}
          />
        </g>
      ))}
    </>
  );
}

function PaneBox({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <rect x="200" y="10" width="112" height="120" rx="4" fill={paper} stroke={line} />
      <rect x="200" y="10" width="112" height="16" fill={brand} />
      {children}
    </>
  );
}

const bar = (y: number, color: string, width = 56): ReactNode => (
  <g key={y}>
    <rect x="208" y={y} width="3" height="14" fill={color} />
    <rect x="216" y={y + 4} width={width} height="6" rx="3" fill={ink} />
    <rect x="284" y={y} width="22" height="14" rx="3" fill={brand} />
  </g>
);

const PICTURES = {
  home: (
    <>
      <Sheet />
      <PaneBox>{[bar(36, red), bar(58, red, 44), bar(80, amber, 50), bar(102, line, 40)]}</PaneBox>
    </>
  ),
  receive: (
    <>
      <Sheet marked={[5]} />
      <PaneBox>
        {[36, 58, 80].map((y) => (
          <rect key={y} x="208" y={y} width="96" height="16" rx="3" fill="none" stroke={ink} />
        ))}
        <rect x="208" y="106" width="48" height="16" rx="3" fill={brand} />
        <path d="M262 114 H 196 l 8 -5 m -8 5 l 8 5" fill="none" stroke={brand} strokeWidth="2" />
      </PaneBox>
    </>
  ),
  import: (
    <>
      <rect x="16" y="26" width="60" height="78" rx="3" fill={paper} stroke={ink} />
      {[40, 54, 68, 82].map((y) => (
        <rect key={y} x="24" y={y} width="44" height="6" rx="3" fill={ink} opacity="0.6" />
      ))}
      <path d="M84 66 H 108 l -7 -6 m 7 6 l -7 6" fill="none" stroke={brand} strokeWidth="3" />
      <rect x="118" y="18" width="86" height="100" rx="4" fill={paper} stroke={line} />
      {[30, 50, 70, 90].map((y, at) => (
        <g key={y}>
          <rect
            x="126"
            y={y}
            width="10"
            height="10"
            rx="2"
            fill={at === 2 ? 'none' : brand}
            stroke={at === 2 ? red : brand}
          />
          <rect x="142" y={y + 2} width={at === 2 ? 34 : 52} height="6" rx="3" fill={at === 2 ? red : ink} />
        </g>
      ))}
      <path d="M212 66 H 232 l -7 -6 m 7 6 l -7 6" fill="none" stroke={brand} strokeWidth="3" />
      <rect x="240" y="26" width="68" height="84" fill={paper} stroke={line} />
      {[40, 56, 72, 88].map((y) => (
        <line key={y} x1="240" x2="308" y1={y} y2={y} stroke={line} />
      ))}
    </>
  ),
  remind: (
    <>
      <Sheet marked={[2, 5]} color={red} />
      <PaneBox>
        <rect x="208" y="34" width="96" height="62" rx="3" fill="none" stroke={ink} />
        {[42, 54, 66, 78].map((y) => (
          <rect key={y} x="214" y={y} width={y === 78 ? 40 : 82} height="5" rx="2.5" fill={ink} opacity="0.7" />
        ))}
        <rect x="208" y="104" width="44" height="16" rx="3" fill={brand} />
      </PaneBox>
    </>
  ),
  contest: (
    <>
      <Sheet marked={[0, 1, 2]} color={amber} />
      <PaneBox>
        {[0, 1, 2].map((at) => (
          <g key={at}>
            <circle cx="216" cy={44 + at * 26} r="8" fill={at === 0 ? amber : line} />
            <rect x="230" y={41 + at * 26} width={60 - at * 12} height="6" rx="3" fill={ink} />
          </g>
        ))}
        <rect x="208" y="106" width="64" height="16" rx="3" fill={brand} />
      </PaneBox>
    </>
  ),
  undo: (
    <>
      <Sheet marked={[3]} />
      <PaneBox>
        {[36, 60, 84].map((y) => (
          <g key={y}>
            <rect x="208" y={y} width="50" height="6" rx="3" fill={ink} />
            <rect x="208" y={y + 10} width="34" height="5" rx="2.5" fill={ink} opacity="0.5" />
            <path
              d={`M300 ${y + 6} a 7 7 0 1 0 -9 7 m -2 -7 l 2 7 l 7 -1`}
              fill="none"
              stroke={brand}
              strokeWidth="2"
            />
          </g>
        ))}
      </PaneBox>
    </>
  ),
} as const;

export type PictureName = keyof typeof PICTURES;

/** Decorative: what it shows is said beside it. */
export function HelpPicture({ name }: { readonly name: PictureName }) {
  const styles = useStyles();
  return (
    <svg className={styles.picture} viewBox="0 0 320 140" aria-hidden focusable="false">
      {PICTURES[name]}
    </svg>
  );
}
