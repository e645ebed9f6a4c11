/** What is said of a gap between two roles, and what it endangers. */
import type { ChainRole } from "../../chain/role";
import type { LocalText } from "../../language";
import type { GapMeasure } from "./ratings";
import { peopleOf, points, quoted, said, sharePoints } from "./words";

type Gap = { measure: GapMeasure; name: LocalText; high: ChainRole; low: ChainRole; gap: number };

export function gapStatement({ measure, name: asked, high, low, gap }: Gap): LocalText {
  const [more, less] = [peopleOf[high], peopleOf[low]];
  const name = quoted(asked);
  switch (measure) {
    case "anchor.importance":
      return said(
        `${more["zh-CN"]}比同公司的${less["zh-CN"]}更看重${name["zh-CN"]}，高出 ${points(gap)} 分。`,
        `${more.en} care more about ${name.en} than ${less.en} of the same company, by ${points(gap)} points.`,
      );
    case "anchor.satisfaction":
      return said(
        `${less["zh-CN"]}对${name["zh-CN"]}的满意度比同公司的${more["zh-CN"]}低 ${points(gap)} 分。`,
        `${less.en} are less satisfied with ${name.en} than ${more.en} of the same company, by ${points(gap)} points.`,
      );
    default:
      return said(
        `${more["zh-CN"]}比同公司的${less["zh-CN"]}更愿意选本产品，比例高出 ${sharePoints(gap)["zh-CN"]}。`,
        `${more.en} would choose us more often than ${less.en} of the same company: the share is ${sharePoints(gap).en} higher.`,
      );
  }
}

/** What a contradiction endangers, and how much that matters. */
export function stakeOf(measure: GapMeasure, high: ChainRole, low: ChainRole) {
  if (measure === "anchor.choice") return choiceStake(low);
  if (measure === "anchor.satisfaction") {
    if (low === "user")
      return {
        weight: 1,
        meaning: said(
          "危及续费：使用者不满意会一路传到决策者，续费就落空。",
          "It endangers the renewal: what users suffer travels up to the decider, and the contract is not renewed.",
        ),
      };
    return low === "decider"
      ? {
          weight: 0.8,
          meaning: said(
            "危及下一份合同：付钱的人比用的人更不满意。",
            "It endangers the next contract: who pays is less content than who works with it.",
          ),
        }
      : {
          weight: 0.6,
          meaning: said("危及内部推荐。", "It endangers the recommendation inside the company."),
        };
  }
  if (high === "user")
    return {
      weight: 0.85,
      meaning: said(
        "危及使用与续费：选型时容易漏掉使用者真正需要的东西。",
        "It endangers use and renewal: what users need may be left out when the product is chosen.",
      ),
    };
  return high === "decider"
    ? {
        weight: 0.75,
        meaning: said(
          "关系到成交：这一点要讲给决策者听，别指望下面的人替您说。",
          "It decides the purchase: say it to deciders yourselves, nobody below will say it for you.",
        ),
      }
    : {
        weight: 0.6,
        meaning: said("关系到比较与推荐。", "It shapes the comparison and the recommendation."),
      };
}

/** Whoever leans away from us endangers what that role decides. */
function choiceStake(low: ChainRole) {
  if (low === "user")
    return {
      weight: 1,
      meaning: said(
        "危及续费：上面已被说服，每天用的人还没有。",
        "It endangers the renewal: those above are won over, those who work with it every day are not.",
      ),
    };
  return low === "decider"
    ? {
        weight: 0.9,
        meaning: said(
          "卡住成交：下面想要，拍板的人还没有被说服。",
          "It holds up the purchase: those below want it, whoever decides is not won over.",
        ),
      }
    : {
        weight: 0.7,
        meaning: said(
          "危及推荐：有一环还没有被说服。",
          "It endangers the recommendation: one link of the chain is not won over.",
        ),
      };
}
