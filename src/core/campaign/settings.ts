// The settings of a campaign as the rules need them. Where they stand in the workbook is no concern of this file.
import type { CertificateTemplate } from './certificateTemplate';
import type { ContestRules } from '../contest/contest';
import type { Category } from '../roster/unit';
import type { Language } from '../ground/text';
import type { WallTime } from '../ground/wallTime';

/** The zone of a workbook that names none. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

/** A stretch of the campaign; phases may overlap. */
export interface Phase {
  readonly name: string;
  /** First second of the first day and last second of the last day. */
  readonly from: WallTime;
  readonly to: WallTime;
}

/** What a campaign calls its things. '' = not said: the general word is used. */
export interface ContestWords {
  /** What is judged: 作品, 照片, photo. */
  readonly entry: string;
  /** Who stands behind an entry: 参评人, 作者, photographer. */
  readonly person: string;
  /** How the contest is called in a sentence: “身边的安全”评选. */
  readonly contest: string;
  /** What winners are called: 优秀安全短视频. */
  readonly honour: string;
  /** What units of the category 成员单位 are called in full. */
  readonly members: string;
  readonly awardsTitle: string;
  readonly noticeTitle: string;
  readonly agendaTitle: string;
  /** Templates: fields in braces, what is left out without them in brackets. */
  readonly noticeText: string;
  readonly certificateTitle: string;
  readonly certificateText: string;
  readonly certificateHonour: string;
  readonly certificateClosing: string;
}

/** All settings as values: what the sheet 设置 says, read once; texts are trimmed, times are wall clock. */
export interface CampaignSettings {
  /** Id of the preset that the workbook was made from; '' when it says none. */
  readonly preset: string;
  readonly words: ContestWords;
  /** What a certificate says, how it is numbered and printed. */
  readonly certificate: CertificateTemplate;
  /** Categories whose entrants appear under an alias wherever a list may be seen by others. */
  readonly aliasCategories: readonly string[];
  readonly campaign: string;
  readonly theme: string;
  readonly organiser: string;
  /** A date without a year means this one. */
  readonly year: number;
  /** Freezes every status at this moment; null = the clock. */
  readonly asOf: WallTime | null;
  /** IANA name of the zone whose wall clock all times are (D-1). Whether there is such a zone, who asks the clock finds out. */
  readonly zone: string;
  readonly language: Language;
  /** Units are of a county's four categories, and Settings may expect how many; else a unit's category is any word of its roster. */
  readonly county: boolean;
  readonly expected: Partial<Record<Category, number>>;
  readonly storyCategories: readonly string[];
  /** Words by which a required part is recognised in the name of an attachment. */
  readonly partWords: Readonly<Record<string, readonly string[]>>;
  readonly rules: ContestRules;
  /** Places after the last award that are on the reserve list. */
  readonly reserve: number;
  readonly noticeDays: number;
  readonly countPostingDay: boolean;
  /** Days off and make-up work days as "YYYY-MM-DD". */
  readonly daysOff: readonly string[];
  readonly workDays: readonly string[];
  readonly phases: readonly Phase[];
  /** The document that the notice names as its basis; '' when none is given. */
  readonly basis: string;
  /** Where objections go, as it is printed on the notice. */
  readonly objectionContact: string;
  /** Where the ceremony is held; '' when not said. */
  readonly ceremonyPlace: string;
  /** Codes of the fonts that official paper is set in. */
  readonly titleFont: string;
  readonly bodyFont: string;
  /** The document that the accountability list cites. */
  readonly accountabilityRule: string;
  /** The seal of the archive (seal.ts); '' = not sealed. */
  readonly sealed: string;
  /** Which shape the workbook says it has; 1 when it says none. */
  readonly schemaVersion: number;
}
