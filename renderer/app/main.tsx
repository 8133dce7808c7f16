import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../i18n/i18n.ts'
import { usePreferences } from '../stores/preferences.ts'
import 'antd/dist/antd.css'
import '../styles/base.css'
import '../styles/print.css'
import { App } from './App.tsx'

await startI18n(usePreferences.getState().language)

const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
