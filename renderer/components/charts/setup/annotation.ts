import { Chart } from 'chart.js'
import annotation from 'chartjs-plugin-annotation'

/**
 * Lines across a chart (line-across.ts). A plugin that is registered while another chart stands on the page meets, at its next
 * update, a chart it never saw begin, and throws: hence before the first chart of all, by whatever draws one.
 */
Chart.register(annotation)
