/** The sample study: for a workspace that wants one, and for visitors who have not signed in. */
import { requireShowcase } from "~/data/entrance";
import { listStudies } from "~/data/studies";
import type { Store } from "~db/client";
import { seedFollowedSample } from "~db/seed/follow-up";

/** Adds the sample study to a workspace and returns its id. */
export const addSampleStudy = (store: Store, given: { workspaceId: string; now: number }): Promise<string> =>
  seedFollowedSample(store, given);

const drawing = new WeakMap<Store, Promise<{ workspaceId: string; studyId: string }>>();

async function drawShowcase(store: Store, now: number) {
  const workspaceId = await requireShowcase(store, { now });
  const [known] = await listStudies(store, { workspaceId });
  const studyId = known?.id ?? (await seedFollowedSample(store, { workspaceId, now }));
  return { workspaceId, studyId };
}

/** The sample study that visitors read; drawn at the first visit, by one visitor for all. */
export function requireShowcaseStudy(store: Store, now: number) {
  const started = drawing.get(store);
  if (started) return started;
  const drawn = drawShowcase(store, now).catch((error) => {
    drawing.delete(store);
    throw error;
  });
  drawing.set(store, drawn);
  return drawn;
}
