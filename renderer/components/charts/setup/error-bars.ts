import { CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import { BarWithErrorBar, BarWithErrorBarsController } from 'chartjs-chart-error-bars'

/** Only what bars with whiskers use. */
Chart.register(BarWithErrorBarsController, BarWithErrorBar, LinearScale, CategoryScale, Tooltip)
