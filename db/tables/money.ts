import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** The product's own books: month by month, and how many customers of each start renewed. */
export const moneyTables = (k: Kit, studies: Studies) => {
  const studyId = () =>
    k
      .text()
      .notNull()
      .references(() => studies.id, { onDelete: "cascade" });

  /** Money in the study's currency; what nobody wrote down is null. */
  const moneyMonths = k.table(
    "money_months",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      /** `2026-03`. */
      month: k.text().notNull(),
      revenue: k.real().notNull(),
      variableCost: k.real().notNull(),
      fixedCost: k.real().notNull(),
      funding: k.real().notNull(),
      /** Of the fixed cost, what went into winning customers. */
      acquisition: k.real(),
      /** Paying customers at the end of the month, won and lost within it. */
      customers: k.int(),
      won: k.int(),
      lost: k.int(),
    },
    (t) => [
      k.unique("money_months_month").on(t.studyId, t.month),
      k.index("money_months_workspace").on(t.workspaceId, t.studyId),
    ],
  );

  const renewalCohorts = k.table(
    "renewal_cohorts",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      /** The month in which they began: `2025-03`. */
      month: k.text().notNull(),
      started: k.int().notNull(),
      /** Customers left after the first renewal, the second, and so on. */
      renewed: k.json<number[]>().notNull(),
    },
    (t) => [
      k.unique("renewal_cohorts_month").on(t.studyId, t.month),
      k.index("renewal_cohorts_workspace").on(t.workspaceId, t.studyId),
    ],
  );

  const moneySettings = k.table("money_settings", {
    /** The study's id: a study has one row at most. */
    id: k.id().references(() => studies.id, { onDelete: "cascade" }),
    workspaceId: k.text().notNull(),
    /** Months in a row without a loss that count as break-even. */
    monthsRequired: k.int().notNull(),
    /** Money at hand at the end of the last month; null: nobody has said. */
    cash: k.real(),
  });

  return { moneyMonths, renewalCohorts, moneySettings };
};
