// The time zone that a new campaign is offered: the computer's, unless that is the one of servers. Asks nothing itself.

/** Computers without a place of their own run on it. */
const NOWHERE = /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)$/;

/** Example: `officeZone('Europe/London') === 'Europe/London'`, `officeZone('Etc/UTC') === undefined`. */
export function officeZone(computer: string): string | undefined {
  return NOWHERE.test(computer) || !computer.includes('/') ? undefined : computer;
}
