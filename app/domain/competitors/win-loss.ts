/** Whom each role would choose today (the anchor block's choice), product by product. */
import type { ChainRole } from "../chain/role";
import { type Evidence, numberCompanies, read } from "../report/evidence";
import { type Share, sharesOf } from "../report/tallies";

/** Shares of `vendors` among all who answered the question in this role, with intervals by company; null without answers. */
export function winShares(
  evidence: readonly Evidence[],
  role: ChainRole,
  vendors: readonly string[],
): Map<string, Share> | null {
  const companyOf = numberCompanies();
  const given = evidence.flatMap((one) => {
    const answer = one.role === role ? read(one, "anchor.choice") : null;
    return answer === null ? [] : [{ one, company: companyOf(one), answer }];
  });
  return sharesOf(vendors, given, (answer) => [answer], true);
}
