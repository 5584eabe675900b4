// Which job each function of the manifest runs. A new button is a new row here and in manifest.xml.

/** FunctionName in manifest.xml → name of the job in the catalogue. */
export const RIBBON_COMMANDS = {
  highlightOverdue: 'overdue',
  checkWorkbook: 'check',
  computeRanking: 'rank',
  makeBriefing: 'briefing',
} as const;
