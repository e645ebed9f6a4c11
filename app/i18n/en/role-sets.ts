import type { SetLength } from "~/domain/questionnaire/templates";
import { grouped } from "../format";

export const roleSets = {
  title: "Add a role set",
  lead: "Questionnaires for several roles at once, in Chinese and English, worded for the type of business.",
  chooseTitle: "Choose a set",
  set: "Set",
  length: {
    short: {
      name: "Short set",
      hint: "Keeps to the minutes a role gives. Everything a verdict stands on is asked; best–worst tasks, price ladder and grids per competitor are left out.",
    },
    full: {
      name: "Full set",
      hint: "Every question of the built-in bank. Longer than most deciders and users take.",
    },
  } satisfies Record<SetLength, { name: string; hint: string }>,
  type: "Type of business",
  typeHint: "Built-in pages are worded for it; pages changed by your team stay as they were saved.",
  show: "Show",
  tableTitle: "What each role is asked",
  tableLead: "With this study's competitors and prices. Questions that only some are asked count in full.",
  role: "Role",
  questions: "Questions",
  minutes: "Minutes",
  about: ({ n }: { n: number }) => `about ${grouped(n)}`,
  over: ({ most }: { most: number }) => `over ${most}`,
  state: "In this study",
  taken: "has a questionnaire",
  free: "not yet",
  allTaken: "Every role of this set has a questionnaire in this study already; those stay as they are.",
  draftWhich: "Roles to draft",
  noRoles: "Choose at least one role.",
  draft: "Draft these questionnaires",
  drafted: ({ roles }: { roles: string }) => `Drafted: ${roles}. Read them before publishing.`,
  toList: "To the questionnaires",
  keepTitle: "Keep this study's questionnaires as a set",
  keepLead:
    "For further studies of the workspace. The product's name, its competitors and prices are put in anew there; pages you changed come as you wrote them.",
  nothingToKeep: "This study has no questionnaires yet.",
  name: "Name of the set",
  nameMissing: "Give the set a name.",
  nameLong: "At most 120 characters.",
  keep: "Keep as a set",
  kept: ({ name }: { name: string }) => `“${name}” can be used in every study of the workspace.`,
  ownTitle: "Sets of this workspace",
  saved: ({ date, by }: { date: string; by: string }) => `saved ${date} by ${by}`,
  somebody: "somebody who has left",
  delete: "Delete",
  deleteOf: ({ name }: { name: string }) => `Delete: ${name}`,
  deleted: ({ name }: { name: string }) =>
    `“${name}” is deleted. Questionnaires made from it stay as they are.`,
  restored: ({ name }: { name: string }) => `“${name}” is back.`,
  form: {
    field: "Questionnaires",
    typical: "About how many minutes each role needs, with three competitors and five prices:",
    short: "Short",
    full: "Full",
    noLadder:
      "You typed prices to test, but the short set does not ask them. Choose the full set, or add the price block to a questionnaire later.",
    ownHint: ({ roles }: { roles: string }) => `A set of your workspace: ${roles}`,
  },
};
