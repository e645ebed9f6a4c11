/** When somebody did something of late, kept in this process alone: each counts for itself, and forgets with the window. */
import { recent } from "~/domain/fieldwork/start-limit";

const mostRemembered = 20_000;

export function countedTimes() {
  const times = new Map<string, number[]>();
  return {
    of: (subject: string, now: number) => recent(times.get(subject) ?? [], now),
    add(subject: string, now: number) {
      if (times.size >= mostRemembered)
        for (const [known, when] of times) if (recent(when, now).length === 0) times.delete(known);
      times.set(subject, [...recent(times.get(subject) ?? [], now), now]);
    },
  };
}
