/** The steps of a product's funnel, by business type. */
import type { LocalText } from "../language";
import type { BusinessType } from "../study/study";

export type FunnelStepName = { key: string; name: LocalText };

const step = (key: string, chinese: string, english: string): FunnelStepName => ({
  key,
  name: { "zh-CN": chinese, en: english },
});

/**
 * First to last. Where a customer begins to pay differs: a platform earns when its suppliers do, software when it is paid,
 * people when they are signed, hardware at the first purchase, before it is activated in production.
 *
 * Source: the article on to-B operations.
 */
export const funnelSteps: Readonly<Record<BusinessType, readonly FunnelStepName[]>> = {
  platform: [
    step("invited", "邀约", "Invited"),
    step("signed", "入驻", "Signed"),
    step("using", "使用", "Using"),
    step("earning", "赚到钱", "Earning"),
    step("commission", "产生佣金", "Commission"),
  ],
  saas: [
    step("visit", "访问", "Visit"),
    step("registered", "注册（激活）", "Registered (activated)"),
    step("qualified", "有效商机", "Qualified"),
    step("paid", "付费", "Paid"),
    step("success", "用出成效", "In success"),
    step("renewed", "续费", "Renewed"),
  ],
  "human-service": [
    step("lead", "线索", "Lead"),
    step("call", "电话沟通", "Call"),
    step("meeting", "面谈与演示", "Meeting and demo"),
    step("signed", "签约", "Signed"),
    step("in-service", "服务中", "In service"),
    step("renewed", "续约", "Renewed"),
  ],
  hardware: [
    step("lead", "线索", "Lead"),
    step("trial", "试用", "Trial"),
    step("first-purchase", "首次采购", "First purchase"),
    step("in-production", "投入生产（激活）", "In production (activated)"),
    step("repurchase", "复购", "Repurchase"),
  ],
};

const payingSteps: Readonly<Record<BusinessType, string>> = {
  ...{ platform: "commission", saas: "paid", "human-service": "signed", hardware: "first-purchase" },
};

/** Position of the step at which a customer begins to pay. */
export const payingStep = (type: BusinessType): number =>
  funnelSteps[type].findIndex(({ key }) => key === payingSteps[type]);
