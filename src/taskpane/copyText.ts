// Puts a text on the clipboard from inside Office's frame, where the modern way is often forbidden. Draws nothing.

function copyTheOldWay(content: string): boolean {
  const area = document.createElement('textarea');
  area.value = content;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    before?.focus();
  }
}

/** True when the text is on the clipboard. Never rejects. */
export async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return copyTheOldWay(content);
  }
}
