"""Prefect as a library inside a command: its state in our home, no line on the terminal, nothing sent out.

`quiet_prefect(settings, os.environ)` must run before Prefect is imported: it reads its settings then, and the
temporary server that it starts inherits them. What the user has set stays.
"""

from collections.abc import Callable, MutableMapping
from typing import Any

from selaras.flows.settings import Settings
from selaras.models.errors import StoreError
from selaras.models.messages import message

# A slow machine needs more than Prefect's 20 seconds to make its database at the first start.
START_SECONDS = 180

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_CLI_WRAP_LINES": "false",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(START_SECONDS),
}


def quiet_prefect(settings: Settings, environ: MutableMapping[str, str]) -> None:
    """Set what Prefect reads from the environment, where the user has not."""
    defaults = QUIET | {
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_RESULTS_LOCAL_STORAGE_PATH": str(settings.prefect_home / "results"),
    }
    for name, value in defaults.items():
        environ.setdefault(name, value)


def run_flow(flow: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  what the flow gives
    """Run a flow here and return what it gives, also where the run counts as failed.

    Raises what the flow raised, and StoreError where Prefect's server does not start.
    """
    try:
        state = flow(*arguments, return_state=True)
    except RuntimeError as error:  # Prefect has no server; what the flow raised is in `state`
        raise StoreError(message("error.no_flow_server", reason=error)) from error
    result = state.result(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result
