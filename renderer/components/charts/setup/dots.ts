import { CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import { LineWithErrorBarsController, PointWithErrorBar } from 'chartjs-chart-error-bars'

/** Only what dots with whiskers use. */
Chart.register(LineWithErrorBarsController, PointWithErrorBar, LinearScale, CategoryScale, Tooltip)
