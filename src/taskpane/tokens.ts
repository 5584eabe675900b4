// Fluent's design tokens by their names, worked out instead of listed: Fluent's own list of them is a twentieth of what home loads.
import type { tokens as listed } from '@fluentui/react-components';

/** Example: `tokens.colorBrandForeground1 === 'var(--colorBrandForeground1)'`. */
export const tokens = new Proxy({} as typeof listed, { get: (_, name) => `var(--${String(name)})` });
