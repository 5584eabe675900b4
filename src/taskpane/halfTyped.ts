// A date or a moment of which only a part is typed: the browser says that the field is empty, and it would go by what empty means. Reads only.
import type { RefObject } from 'react';

/** Names of the fields inside `box` that hold such a part. */
export function halfTyped(box: RefObject<HTMLElement | null>): readonly string[] {
  const inputs = [...(box.current?.querySelectorAll<HTMLInputElement>('input[data-field]') ?? [])];
  return inputs.flatMap(({ validity, dataset: { field } }) => (validity.badInput && field ? [field] : []));
}
