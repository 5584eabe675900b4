// The charts of the sheet that is on top, drawn over the grid from the cells as they are. The grid beneath stays in reach of mouse and keys.
import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { ChartPlace } from '../../grid/chartPlaces';
import { chartData } from '../../model/chartData';
import { chartShapes } from '../chartShapes';
import { TEXTS } from '../pageTexts';
import type { Session } from '../session';
import { ChartDrawing } from './ChartDrawing';

const keyOf = (places: readonly ChartPlace[]): string =>
  places
    .map(({ chart, box, window, zoom }) => [chart.id, ...Object.values(box), ...Object.values(window), zoom].join())
    .join(';');

/** Looks once a frame: scrolling, zoom and sizes have many causes, and the look costs next to nothing. */
function usePlaces(session: Session): readonly ChartPlace[] {
  const [places, setPlaces] = useState<readonly ChartPlace[]>([]);
  useEffect(() => {
    let shown = '';
    let frame = 0;
    const look = (): void => {
      const now = session.chartPlaces();
      const key = keyOf(now);
      if (key !== shown) {
        shown = key;
        setPlaces(now);
      }
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [session]);
  return places;
}

/** The charts over the grid; drawn anew when the workbook changes or the grid scrolls. */
export function ChartLayer({ session }: { readonly session: Session }): ReactElement {
  const places = usePlaces(session);
  /** Counts changes of the model: charts are drawn from cells. */
  const [version, setVersion] = useState(0);
  useEffect(() => session.host.onModelChanged(() => setVersion((count) => count + 1)), [session]);
  return (
    <>
      {places.map((place) => (
        <PlacedChart key={place.chart.id} session={session} place={place} version={version} />
      ))}
    </>
  );
}

function PlacedChart({
  session,
  place: { chart, box, window, zoom },
  version,
}: {
  readonly session: Session;
  readonly place: ChartPlace;
  readonly version: number;
}): ReactElement | null {
  const [width, height] = [box.width / zoom, box.height / zoom];
  const { language } = session.store.get();
  const shapes = useMemo(
    () => (chart.type === 'Other' ? null : chartShapes(chart, chartData(session.book, chart), width, height)),
    [chart, width, height, version],
  );
  if (width < 1 || height < 1) return null;
  return (
    <div className="chart-window" style={window}>
      <div
        className="chart"
        style={{ left: box.left - window.left, top: box.top - window.top, width: box.width, height: box.height }}
        role="img"
        aria-label={chart.alt ?? (chart.title.visible ? chart.title.text : chart.name)}
        data-chart={chart.name}
      >
        {shapes ? (
          <ChartDrawing shapes={shapes} width={width} height={height} />
        ) : (
          <p className="chart-kept">
            {chart.name}
            <br />
            {TEXTS.chartKept[language]}
          </p>
        )}
      </div>
    </div>
  );
}
