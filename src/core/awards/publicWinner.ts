// A winner with what may be shown of it in public. Knows no sheet.

export interface PublicWinner {
  readonly entryId: string;
  readonly rank: number | null;
  readonly title: string;
  readonly unit: string;
  readonly category: string;
  /** As registered; '' for people of a category that appears under an alias. */
  readonly storyteller: string;
  readonly alias: boolean;
}
