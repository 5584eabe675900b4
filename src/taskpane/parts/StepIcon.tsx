// The pictures of the steps, by name. A new picture is a name in place.ts and a row here.
import type { ComponentType } from 'react';
import type { JobIcon } from '../../app/run/place';
import {
  AlertUrgent20Regular,
  BookOpen20Regular,
  CalendarAgenda20Regular,
  CalendarClock20Regular,
  Certificate20Regular,
  ClipboardTextLtr20Regular,
  ClockAlarm20Regular,
  DataBarVerticalAscending20Regular,
  DocumentOnePage20Regular,
  Gavel20Regular,
  MailInbox20Regular,
  MegaphoneLoud20Regular,
  NumberSymbolSquare20Regular,
  PeopleAudience20Regular,
  PeopleTeam20Regular,
  PersonSwap20Regular,
  PersonFeedback20Regular,
  Receipt20Regular,
  Ribbon20Regular,
  Scales20Regular,
  ShieldCheckmark20Regular,
  Table20Regular,
  Trophy20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons';

const ICONS: Readonly<Record<JobIcon, ComponentType<object>>> = {
  campaign: MegaphoneLoud20Regular,
  roster: PeopleTeam20Regular,
  requirements: ClipboardTextLtr20Regular,
  mail: MailInbox20Regular,
  receipt: Receipt20Regular,
  overdue: ClockAlarm20Regular,
  remind: AlertUrgent20Regular,
  extend: CalendarClock20Regular,
  stories: BookOpen20Regular,
  judges: PersonFeedback20Regular,
  scores: NumberSymbolSquare20Regular,
  rules: Scales20Regular,
  ranking: DataBarVerticalAscending20Regular,
  decide: Trophy20Regular,
  withdraw: PersonSwap20Regular,
  notice: PeopleAudience20Regular,
  briefing: DocumentOnePage20Regular,
  summary: Table20Regular,
  accountability: Gavel20Regular,
  certificate: Certificate20Regular,
  agenda: CalendarAgenda20Regular,
  awards: Ribbon20Regular,
  check: ShieldCheckmark20Regular,
  repair: Wrench20Regular,
};

/** Decoration only: the title beside it says the same in words. */
export function StepPicture({ icon }: { readonly icon: JobIcon }) {
  const Picture = ICONS[icon];
  return <Picture aria-hidden />;
}
