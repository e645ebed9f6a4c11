import type { ChainRole } from "~/domain/chain/role";
import type { BusinessType, LifeCycleStage } from "~/domain/study/study";

export const roles = {
  label: "Role",
  chain: {
    decider: "Decider",
    user: "User",
    requester: "Requester",
    procurement: "Procurement",
    finance: "Finance",
    "it-security": "IT / security",
  } satisfies Record<ChainRole, string>,
  plural: {
    decider: "Deciders",
    user: "Users",
    requester: "Requesters",
    procurement: "Procurement",
    finance: "Finance",
    "it-security": "IT / security",
  } satisfies Record<ChainRole, string>,
  meaning: {
    decider: "Has the last word and pays: earn more or spend less.",
    user: "Works with the product: does it solve the task, and is it smooth?",
    requester: "Asked for it and compares the products on offer.",
    procurement: "Buys: terms, tender, suppliers.",
    finance: "Approves the budget.",
    "it-security": "Checks integration, data and security.",
  } satisfies Record<ChainRole, string>,
  businessType: {
    platform: "Platform (two sides)",
    saas: "Software service (SaaS)",
    "human-service": "Service by people",
    hardware: "Hardware",
  } satisfies Record<BusinessType, string>,
  stage: {
    development: "Development",
    "market-validation": "Market validation",
    growth: "Growth",
    maturity: "Maturity",
    decline: "Decline",
  } satisfies Record<LifeCycleStage, string>,
  member: { owner: "Owner", editor: "Editor", viewer: "Viewer" },
};
