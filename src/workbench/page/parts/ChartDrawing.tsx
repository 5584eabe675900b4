// Plain shapes as SVG. Knows no chart.
import type { ReactElement } from 'react';
import type { Shape } from '../chartShape';

const POINTS_TO_PIXELS = 4 / 3;

interface DrawingProps {
  readonly shapes: readonly Shape[];
  /** Pixels at 100 %; the drawing fills its place. */
  readonly width: number;
  readonly height: number;
}

/** The shapes as an SVG that fills its box. */
export function ChartDrawing({ shapes, width, height }: DrawingProps): ReactElement {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width="100%" height="100%">
      {shapes.map((shape, n) => (
        <ShapeDrawing key={n} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeDrawing({ shape }: { readonly shape: Shape }): ReactElement {
  if (shape.kind === 'rect')
    return (
      <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={shape.fill} stroke={shape.stroke} />
    );
  if (shape.kind === 'path')
    return <path d={shape.d} fill={shape.fill} stroke={shape.stroke} strokeWidth={shape.strokeWidth} />;
  const { x, y, text, font, anchor, upright } = shape;
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      dominantBaseline="central"
      fill={font.color}
      fontFamily={`"${font.name}", "Noto Sans CJK SC", sans-serif`}
      fontSize={font.size * POINTS_TO_PIXELS}
      fontWeight={font.bold ? 700 : 400}
      fontStyle={font.italic ? 'italic' : 'normal'}
      transform={upright ? `rotate(-90 ${x} ${y})` : undefined}
    >
      {text}
    </text>
  );
}
