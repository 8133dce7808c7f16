export const closing = {
  text: '正在备份数据并关闭，请稍候…',
}
