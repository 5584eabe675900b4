// Shows one message in Office's small window. Where Office has no such window the message is lost: nothing depends on it.

/** The part of Office.context.ui that is used. */
export interface DialogOpener {
  displayDialogAsync(address: string, options: { height: number; width: number; displayInIframe: boolean }): void;
}

/**
 * Opens message.html beside this page with the text after its #. Height and width are percent of the screen.
 * Example: `sayInDialog(Office.context.ui, location.href, '请先按 Enter…')`.
 */
export function sayInDialog(opener: DialogOpener, here: string, message: string): void {
  const page = new URL('message.html', here);
  page.hash = encodeURIComponent(message);
  try {
    opener.displayDialogAsync(page.href, { height: 22, width: 30, displayInIframe: true });
  } catch (error) {
    console.error(error);
  }
}
