import type { CommandName } from '../../../shared/contract/contract.ts'

type FeatureOf<N extends string> = N extends `${infer F}.${string}` ? F : never
type VerbOf<N extends string, F extends string> = N extends `${F}.${infer V}` ? V : never
/** What is said of every command when it is done and can be undone: one that is missing does not compile. */
type Sentences = {
  readonly [F in FeatureOf<CommandName>]: { readonly [V in VerbOf<CommandName, F>]: string }
}

const said: Sentences = {
  visits: { log: '已登记来店', capture: '已补留资，潜客已建档', correct: '来店记录已更正', void: '来店记录已作废' },
  leads: {
    updateCustomer: '客户资料已保存',
    screen: '需求和级别已保存',
    assign: '潜客已分配',
    assignMatching: '潜客已分配',
    move: '潜客已移动',
    saveView: '视图已保存',
    deleteView: '视图已删除',
    order: '订单已登记，潜客已成交',
    deliver: '已登记交车',
    cancelOrder: '订单已取消，潜客恢复跟进',
    lose: '战败已登记',
    decideLoss: '战败申请已处理',
    reopen: '潜客已重新激活',
  },
  followUps: { log: '跟进已保存', plan: '下次跟进日期已改', review: '审核结果已保存' },
  store: { update: '展厅设置已保存', updateSlots: '级别设置已保存' },
  people: { save: '人员资料已保存', unlock: '已解除锁定，可以重新登录' },
  channels: { save: '来源已保存', saveCosts: '来源费用已保存' },
  targets: { save: '目标已保存' },
  doorCounts: { save: '门口计数已保存' },
  imports: { deleteTemplate: '导入模板已删除' },
  thresholds: { save: '红黄绿灯界限已保存' },
  rules: { save: '定级规则已生效' },
  scripts: { save: '话术已保存', addDefaults: '常用话术已添加' },
}

export const undo = {
  said,
  /** Of one day, while a month is typed in. */
  doorCountOf: '{{date}} 门口计数已保存',
  act: '撤销',
  left: '{{seconds}} 秒',
  hint: '十秒内可以撤销，也可按 Ctrl+Z',
  close: '收起这条提示',
  done: '已撤销，恢复到操作之前',
}
