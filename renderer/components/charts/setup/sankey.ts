import { Chart, LinearScale, Tooltip } from 'chart.js'
import { Flow, SankeyController } from 'chartjs-chart-sankey'

/** Only what flows use. */
Chart.register(SankeyController, Flow, LinearScale, Tooltip)
