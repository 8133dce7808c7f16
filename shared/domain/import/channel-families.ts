import type { ChannelGroup } from '../../values/vocabulary.ts'

/** Spellings of one source. `name` is what a channel made of them is called when the cell itself is a loose spelling. */
type Family = { readonly group: ChannelGroup; readonly words: RegExp }

/** In this order: a source in several (朋友圈转介绍) belongs to the first. */
export const CHANNEL_FAMILIES: readonly Family[] = [
  { group: 'referral', words: /介绍|推荐|老客户|老带新|保客|基盘|亲友|朋友$|熟人|转介|referr|friend|wordofmouth/ },
  { group: 'referral', words: /再购|增购|换购|复购|老车主/ },
  { group: 'outbound', words: /抖音|douyin|tiktok/ },
  { group: 'outbound', words: /快手|kuaishou/ },
  { group: 'outbound', words: /汽车之家|autohome|^之家$/ },
  { group: 'outbound', words: /懂车帝|懂车|dongche/ },
  { group: 'outbound', words: /易车|yiche|bitauto/ },
  { group: 'outbound', words: /太平洋|pcauto/ },
  { group: 'outbound', words: /爱卡|xcar/ },
  { group: 'outbound', words: /小红书|xiaohongshu|rednote/ },
  { group: 'outbound', words: /车展|展会|巡展|外展|定展|autoshow|motorshow|exhibition/ },
  { group: 'outbound', words: /电话邀约|电销|邀约|外呼|dcc|telemarketing|outboundcall/ },
  { group: 'outbound', words: /官网|官方网站|website|homepage/ },
  { group: 'outbound', words: /微信|朋友圈|公众号|视频号|企微|社群|wechat/ },
  { group: 'outbound', words: /厂家|厂商|总部|oem|factory/ },
  { group: 'outbound', words: /广告|户外|报纸|电台|广播|短信|传单|海报|billboard|radio|newspaper|advert|flyer/ },
  { group: 'outbound', words: /百度|搜索|高德|地图|google|search/ },
  { group: 'outbound', words: /网络|互联网|线上|网销|垂媒|直播|online|internet|web/ },
  { group: 'outbound', words: /大客户|集团|团购|fleet/ },
  {
    group: 'walk_in',
    words: /自然|自来|自行|路过|过路|顺路|进店|到店|走访|自驾|展厅|附近|walkin|passingby|passerby|dropin/,
  },
]
