// The pages that stand for the add-in inside the workbench: its task pane and its page of commands. They load the pinned
// Excel runtime from the installed package, driven by the host in the page around them, and then the add-in's own bundle.
// The pane's looks while it waits for the runtime are those of its own page.

/** What the pane's own page says of its looks, from its template. */
export const looksOf = (template: string): string => /<style>([\s\S]*?)<\/style>/.exec(template)?.[1] ?? '';

/** The page of one of the add-in's bundles, such as `taskpane`. `looks`: rules of style; '' for none. */
export function framePage(bundle: string, hasStyles: boolean, language: string, looks: string): string {
  return `<!doctype html>
<html lang="${language === 'en' ? 'en-US' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${bundle}</title>
<style>html, body, #root, #container { margin: 0; height: 100%; }${looks}</style>
${hasStyles ? `<link rel="stylesheet" href="/${bundle}.css">` : ''}
</head>
<body>
<div id="root"></div>
${bundle === 'taskpane' ? '<script src="/waiting.js"></script>\n' : ''}<script src="/frameBefore.js"></script>
<script data-office src="/runtime/excel-web-16.00.js"></script>
<script src="/frameAfter.js"></script>
<script src="/${bundle}.js"></script>
</body>
</html>
`;
}

/** The add-in's small message window, from its template: the bundle is put in, the build's placeholders are left out. */
export function messagePage(template: string): string {
  return template
    .replace(/^.*Content-Security-Policy.*\n/m, '')
    .replace('</body>', '<script src="/message.js"></script></body>');
}
