import type { roles as en } from "../en/roles";

export const roles = {
  label: "角色",
  chain: {
    decider: "决策者",
    user: "使用者",
    requester: "需求方",
    procurement: "采购",
    finance: "财务",
    "it-security": "IT／安全",
  },
  plural: {
    decider: "决策者",
    user: "使用者",
    requester: "需求方",
    procurement: "采购",
    finance: "财务",
    "it-security": "IT／安全",
  },
  meaning: {
    decider: "拍板并买单：看能否多赚钱、少花钱。",
    user: "每天使用产品：看能否解决问题、用起来是否顺畅。",
    requester: "提出需求，并比较同类产品。",
    procurement: "负责采购：条款、招标与供应商。",
    finance: "审批预算。",
    "it-security": "把关集成、数据与安全。",
  },
  businessType: {
    platform: "平台（双边）",
    saas: "软件服务（SaaS）",
    "human-service": "人工服务",
    hardware: "硬件",
  },
  stage: {
    development: "产品开发期",
    "market-validation": "市场验证期",
    growth: "成长期",
    maturity: "成熟期",
    decline: "衰退期",
  },
  member: { owner: "所有者", editor: "编辑者", viewer: "查看者" },
} satisfies typeof en;
