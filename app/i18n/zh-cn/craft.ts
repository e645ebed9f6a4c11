import type { craft as en } from "../en/craft";
import { grouped } from "../format";

export const craft = {
  lead: "再看一遍题目的问法。这里的提示都不妨碍发布：可以修改，也可以保留并说明原因。",
  minutes: ({ n, most, role }: { n: number; most: number; role: string }) =>
    `约 ${grouped(n)} 分钟。${role}一般愿意花约 ${grouped(most)} 分钟。`,
  minutesUnknown: "解决问卷中的问题之后，才能估算用时。",
  count: ({ n }: { n: number }) => `${grouped(n)} 处提示`,
  empty: "还没有题目",
  emptyText: "有了题目，这里就会检查问法、量表、篇幅和可比性。",
  calm: "没有需要再看的地方",
  calmText: "就机器所能判断的，问法、量表、篇幅和可比性都没有问题。",
  whole: "整份问卷",
  page: ({ n }: { n: number }) => `第 ${n} 页`,
  keep: "仍然保留",
  keepOf: ({ finding }: { finding: string }) => `仍然保留：${finding}`,
  reason: "保留的原因",
  reasonHint: "会随草稿和各版本一起保存，供解读结果的人参考。",
  reasonMissing: "请简单说明为什么保留。",
  reasonLong: ({ most }: { most: number }) => `最多 ${most} 个字。`,
  keepIt: "保留",
  kept: "有意保留的",
  keptReason: ({ reason }: { reason: string }) => `保留原因：${reason}`,
  takeBack: "重新列出",
  takeBackOf: ({ finding }: { finding: string }) => `重新列出：${finding}`,
  gone: "这条提示已经不在了，本次操作没有执行。",
  saved: "原因已保存。",
  takenBack: "已重新列出。",
  open: "打开这道题",
  guidance: {
    title: ({ role }: { role: string }) => `该问${role}什么`,
    lines: {
      decider: [
        "决策者只看价值：多赚钱，或少花钱。请问清现在的主要问题，以及必须解决的关键环节。",
        "同类产品之间，他们比的是功能多不多、价格低不低、服务好不好；请问这些，不要问界面。",
        "需求说得笼统（“获客成本太高”）也没关系，具体原因由使用者来说。",
      ],
      user: [
        "使用者更接近消费者：能不能解决具体场景中的问题，用起来顺不顺。请问功能、体验和界面。",
        "请追问决策者所说的问题背后，有哪些具体原因。",
        "他们的体验会传回上层，决定续费。请问使用频率，以及没有它会怎样。",
      ],
      requester: [
        "需求方负责比较同类产品并汇报。请问比较过哪些，比了什么。",
        "请问使用场景、期望的价值和目前的问题。",
        "他们是推广的主要对象：请问从哪里了解产品，什么材料有助于他们推荐。",
      ],
      procurement: [
        "采购比较报价和条件。请问价格、合同、交付，以及供应商准入要求。",
        "尽量简短：他们负责把关，并不使用产品。",
      ],
      finance: [
        "财务关心多久回本、总共花多少。请问预算、付款方式和看得见的节省。",
        "尽量简短：他们负责付款，并不使用产品。",
      ],
      "it-security": [
        "IT 与安全可以否决采购。请问必须满足的要求：数据、权限、集成、资质。",
        "尽量简短，重点问什么情况会被直接排除。",
      ],
    },
  },
  finding: {
    "double-barrelled": ({ word = "" }) =>
      `可能一题问了两件事（“${word}”）。只同意其中一件的人没法回答，请分成两题。`,
    leading: ({ word = "" }) => `“${word}”会把人往某个答案上引。请换个问法，让每种回答都同样容易说出口。`,
    "unbalanced-scale": ({ worse = 0, better = 0 }) =>
      `量表有 ${better} 个正面、${worse} 个负面选项，回答会偏向一边。请让两边数目相同。`,
    "unlabelled-scale": () => "量表两端没有文字，每个人对数字的理解都不一样。",
    "no-dont-know": () => "必答，却没有给不了解的人留出选项，他们只好乱猜。请加上“不知道”，或改为可跳过。",
    "long-title": ({ n = 0, most = 0 }) =>
      `共 ${n} 字；手机上超过 ${most} 字会把选项挤出屏幕。其余内容可移到说明里。`,
    "many-choices": ({ n = 0, most = 0 }) =>
      `共 ${n} 个选项；手机上超过 ${most} 个就看不完了。请改用下拉，或减少选项。`,
    "long-choice": ({ n = 0, most = 0 }) => `有一个选项长 ${n} 字；超过 ${most} 字在手机上要折好几行。`,
    "many-columns": ({ n = 0, most = 0 }) => `共 ${n} 列；超过 ${most} 列在手机上很难操作。`,
    "many-rows": ({ n = 0, most = 0 }) => `共 ${n} 行；超过 ${most} 行，人们就开始一列勾到底。`,
    "long-page": ({ n = 0, most = 0 }) => `一页有 ${n} 题；超过 ${most} 题看着就累。请拆成几页。`,
    "too-long": ({ n = 0, most = 0 }) =>
      `约 ${n} 分钟。这个角色一般愿意花约 ${most} 分钟，再长就会中途离开或敷衍作答。`,
    "no-measure": () => "没有度量键，回答可以阅读，但分析找不到它。",
    "measure-missing": ({ measure = "" }) => `没有题目带有度量键“${measure}”，由它计算的结果会是空的。`,
    "anchor-differs": () => "这道锚定题与其他角色问卷的措辞不一致，各角色无法在这一题上比较。",
    "wording-changed": ({ since = 0 }) => `措辞与第 ${since} 版不同，前后的回答不能再当作同一条序列比较。`,
    "choices-changed": ({ since = 0, added = 0, removed = 0 }) =>
      `与第 ${since} 版相比，新增 ${added} 项、减少 ${removed} 项，前后的占比不能直接比较。`,
    "scale-changed": ({ since = 0 }) => `量表与第 ${since} 版不同，前后的平均分不能比较。`,
    "type-changed": ({ since = 0 }) => `题型与第 ${since} 版不同，前后的回答不能比较。`,
    "question-removed": ({ since = 0 }) => `第 ${since} 版问过，现在没有了，这条序列到此为止。`,
  },
} satisfies typeof en;
