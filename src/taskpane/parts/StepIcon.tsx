// The pictures of the steps, by name. A new picture is a name in place.ts and a row here.
import type { ComponentType } from 'react';
import type { JobIcon } from '../../app/run/place';
import { AlertUrgent20Regular } from '@fluentui/react-icons/svg/alert-urgent';
import { BookOpen20Regular } from '@fluentui/react-icons/svg/book-open';
import { CalendarAgenda20Regular } from '@fluentui/react-icons/svg/calendar-agenda';
import { CalendarClock20Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { Certificate20Regular } from '@fluentui/react-icons/svg/certificate';
import { ClipboardTextLtr20Regular } from '@fluentui/react-icons/svg/clipboard-text-ltr';
import { ClockAlarm20Regular } from '@fluentui/react-icons/svg/clock-alarm';
import { DataBarVerticalAscending20Regular } from '@fluentui/react-icons/svg/data-bar-vertical-ascending';
import { DocumentOnePage20Regular } from '@fluentui/react-icons/svg/document-one-page';
import { Gavel20Regular } from '@fluentui/react-icons/svg/gavel';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { MegaphoneLoud20Regular } from '@fluentui/react-icons/svg/megaphone-loud';
import { NumberSymbolSquare20Regular } from '@fluentui/react-icons/svg/number-symbol-square';
import { PeopleAudience20Regular } from '@fluentui/react-icons/svg/people-audience';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap';
import { PersonFeedback20Regular } from '@fluentui/react-icons/svg/person-feedback';
import { Receipt20Regular } from '@fluentui/react-icons/svg/receipt';
import { Ribbon20Regular } from '@fluentui/react-icons/svg/ribbon';
import { Scales20Regular } from '@fluentui/react-icons/svg/scales';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { Table20Regular } from '@fluentui/react-icons/svg/table';
import { Trophy20Regular } from '@fluentui/react-icons/svg/trophy';
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench';

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
